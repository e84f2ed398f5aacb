import { readFileSync } from 'node:fs';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { csv, text } from '../command/flag-kinds.ts';
import { UsageError } from '../command/usage-error.ts';
import { readInputFile } from '../input-file.ts';

/** `inject serviceaccount`: gives the pods of manifests a talosconfig. */
export const injectServiceaccount = defineCommand({
	usage: "[--roles='<ROLE_1>,<ROLE_2>'] -f <manifest.yaml>",
	long: `Print manifests of Kubernetes in which every pod has a talosconfig mounted, and the service accounts of the Talos API that make
it. The cluster must allow it: machine.features.kubernetesTalosAPIAccess.`,
	examples: ['ichor inject serviceaccount --roles="os:reader" -f deployment.yaml > injected.yaml'],
	args: noArguments,
	completion: { kind: 'nothing' },
	flags: {
		file: text('file', 'the file of the manifests; - is standard input', { shorthand: 'f' }),
		roles: csv('roles', 'what the pods may do', { shorthand: 'r', initial: ['os:reader'], completion: { kind: 'nothing' } }),
	},
	async run({ flags, terminal }) {
		if (flags.file === '') throw new UsageError('no manifests: name their file with --file');
		const manifests = flags.file === '-' ? readFileSync(0) : readInputFile(flags.file);
		const { injectServiceAccounts } = await import('../injection/inject-service-accounts.ts');
		terminal.out(`${injectServiceAccounts(new TextDecoder().decode(manifests), flags.roles)}\n`);
	},
});
