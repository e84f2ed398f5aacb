import { clientFlags } from '../client-flags.ts';
import { between } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { typeAndId } from '../resource/type-and-id.ts';

/** `get`: resources of nodes, once or as they change. */
export const get = defineCommand({
	usage: '<type> [<id>]',
	long: 'Print the resources of a type, or one of them. `get rd` lists the types; a type goes by its name, its short name or an alias.',
	args: between(1, 2),
	completion: typeAndId,
	inherits: clientFlags,
	flags: {
		namespace: text('namespace', 'their namespace, instead of the usual one of their type', { completion: { kind: 'nothing' } }),
		output: text('output', 'json, table, yaml or jsonpath=TEMPLATE', {
			shorthand: 'o',
			initial: 'table',
			completion: { kind: 'choices', choices: ['json', 'table', 'yaml', 'jsonpath='] },
		}),
		watch: toggle('watch', 'go on with every change', { shorthand: 'w' }),
		insecure: toggle('insecure', 'ask a node that is in maintenance mode', { shorthand: 'i' }),
	},
	run: async ({ flags, args: [type = '', id = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { printResources } = await import('../resource/print-resources.ts');
			await printResources(session, { type, id, ...flags });
		}),
});
