import { existsSync } from 'node:fs';
import { clientFlags } from '../client-flags.ts';
import { atLeast } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';

/** `config merge FILE`: adds the contexts of another talosconfig, under other names where theirs are taken. */
export const configMerge = defineCommand({
	usage: '<from>',
	long: 'Adds the contexts of another talosconfig and makes its current one the current one. Where a name is taken, the context gets another.',
	args: atLeast(1),
	inherits: clientFlags,
	async run({ flags, args: [from = ''], terminal }) {
		const { mergeTalosconfigs, openTalosconfig, saveTalosconfig } = await import('@ichor/client/talosconfig');
		const { config: into, place } = openTalosconfig(flags.talosconfig, terminal.environment);
		// As upstream: a file that is missing is made, which a misspelt path can hardly have meant.
		if (from !== '' && !existsSync(from)) terminal.err(`WARNING: ${from} does not exist: an empty one is made, and nothing is merged`);
		const { config, renames } = mergeTalosconfigs(into, openTalosconfig(from, terminal.environment).config);
		for (const rename of renames) {
			terminal.err(`renamed talosconfig context ${JSON.stringify(rename.from)} -> ${JSON.stringify(rename.to)}`);
		}
		saveTalosconfig(config, place);
	},
});
