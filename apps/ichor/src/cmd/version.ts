import { defaults } from '@ichor/machinery/versions';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { productCommit, productVersion } from '../product.ts';

/** `version`: the client's, and the nodes' unless `--client` is given. */
export const version = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		short: toggle('short', 'only the version itself'),
		client: toggle('client', 'only of this program, without asking a node'),
		insecure: toggle('insecure', 'ask a node that is in maintenance mode', { shorthand: 'i' }),
		json: toggle('json', 'what the nodes answer, as JSON', { hidden: true }),
	},
	async run({ flags, terminal }) {
		if (!flags.json) {
			terminal.out(`Client:\n${flags.short ? `Talos ${versionTag}\n` : longVersion()}`);
			if (flags.client) return;
			terminal.out('Server:\n');
		}
		const { requireNodes } = await import('../connection.ts');
		await requireNodes(flags, terminal.environment);
	},
});

function longVersion(): string {
	return Object.entries({
		Tag: versionTag,
		SHA: productCommit,
		Built: '',
		'Go version': `none (Node ${process.version})`,
		'OS/Arch': `${process.platform}/${goArchitectures[process.arch] ?? process.arch}`,
	})
		.map(([label, value]) => `\t${`${label}:`.padEnd(12)} ${value}\n`)
		.join('');
}

/** The contract's version, with the product's as build metadata: clients' version gates hold, and nothing pretends. */
const versionTag = `${defaults.talosVersion}+ichor.${productVersion}`;

/** Where Go names an architecture otherwise than Node. */
const goArchitectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
