import { clientFlags } from '../client-flags.ts';
import { atLeast } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { changeContext } from '../context-change.ts';

/** `config endpoint ADDRESS…`: where the cluster's API is reached. */
export const configEndpoint = defineCommand({
	usage: '<endpoint>...',
	args: atLeast(1),
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, args, terminal }) =>
		await changeContext(flags, terminal, (context) => ({ ...context, endpoints: args.map((address) => address.trim()) })),
});
