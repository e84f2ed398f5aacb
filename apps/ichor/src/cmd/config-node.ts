import { clientFlags } from '../client-flags.ts';
import { anyArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { changeContext } from '../context-change.ts';

/** `config node ADDRESS…`: the nodes that commands are about when they name none. Without an address: no node. */
export const configNode = defineCommand({
	usage: '<node>...',
	args: anyArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, args, terminal }) =>
		await changeContext(flags, terminal, (context) => ({ ...context, nodes: args.map((address) => address.trim()) })),
});
