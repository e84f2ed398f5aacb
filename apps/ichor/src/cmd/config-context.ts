import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';

/** `config context NAME`: makes it the current one. */
export const configContext = defineCommand({
	usage: '<context>',
	args: exactly(1),
	completion: { kind: 'contexts' },
	inherits: clientFlags,
	async run({ flags, args: [context = ''], terminal }) {
		const { contextOf, openTalosconfig, saveTalosconfig } = await import('@ichor/client/talosconfig');
		const { config, place } = openTalosconfig(flags.talosconfig, terminal.environment);
		contextOf(config, context);
		saveTalosconfig({ ...config, context }, place);
	},
});
