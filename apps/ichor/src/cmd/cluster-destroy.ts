import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { withProgress } from '../local-cluster/context.ts';
import { clusterFlags, homeOf } from '../local-cluster/flags.ts';
import { UnimplementedError } from '../unimplemented.ts';

/** `cluster destroy`: removes everything of a local cluster, whole or half, but for its context in the talosconfig. */
export const clusterDestroy = defineCommand({
	long: 'Ends a local cluster and removes everything of it: processes, mounts, networks, files. Its context in the talosconfig stays.',
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clusterFlags,
	flags: {
		force: toggle('force', 'changes nothing: what is half made or half removed goes as well', { shorthand: 'f' }),
		provisioner: text('provisioner', 'what the nodes are', { deprecated: 'the provisioner is inferred automatically' }),
		logsArchive: text('save-cluster-logs-archive-path', 'a file for the logs of the nodes', { hidden: true }),
		supportArchive: text('save-support-archive-path', 'a file for a support archive', { hidden: true }),
	},
	async run({ flags, terminal }) {
		if (flags.logsArchive !== '' || flags.supportArchive !== '')
			throw new UnimplementedError('archives of a cluster that is destroyed are not in this version of ichor');
		await withProgress(terminal, async (context) => {
			const { destroyCluster, removeHomeIfEmpty } = await import('@ichor/provision');
			const home = homeOf(flags, terminal);
			await destroyCluster(context, home, flags.name);
			// a folder that somebody named is theirs
			if (flags.state === '') await removeHomeIfEmpty(home);
		});
	},
});
