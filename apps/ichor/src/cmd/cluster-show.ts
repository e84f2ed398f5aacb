import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { clusterRecord, clusterText } from '../local-cluster/cluster-text.ts';
import { clusterFlags, homeOf } from '../local-cluster/flags.ts';
import { listingFlags } from '../output/listing.ts';
import { UnimplementedError } from '../unimplemented.ts';

/** `cluster show`: a local cluster's network and nodes. */
export const clusterShow = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clusterFlags,
	flags: {
		provisioner: text('provisioner', 'what the nodes are: container (also called docker)', {
			initial: 'container',
			completion: { kind: 'choices', choices: ['container', 'docker'] },
		}),
		...listingFlags,
	},
	async run({ flags, terminal }) {
		if (!['container', 'docker'].includes(flags.provisioner))
			throw new UnimplementedError(`the provisioner ${JSON.stringify(flags.provisioner)} is not in this version of ichor`);
		const { ClusterFolder } = await import('@ichor/provision');
		const folder = new ClusterFolder(homeOf(flags, terminal), flags.name);
		const cluster = await folder.read();
		if (flags.output === 'table') return terminal.out(clusterText(cluster, folder.bridge));
		const { documentPrinter } = await import('../output/documents.ts');
		(await documentPrinter(flags.output, terminal))(clusterRecord(cluster, folder.bridge));
	},
});
