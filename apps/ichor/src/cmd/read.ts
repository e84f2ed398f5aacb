import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';

/** `read`: a file of a node, as it is. */
export const read = defineCommand({
	usage: '<path>',
	args: exactly(1),
	completion: [{ kind: 'known', what: 'files' }],
	inherits: clientFlags,
	run: async ({ flags, args: [path = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'read');
			const [{ bytesOf }, { failureText }] = await Promise.all([import('../nodes/streams.ts'), import('../nodes/failure-text.ts')]);
			const bytes = bytesOf(session.client.machine.read({ path }));
			for (;;) {
				const { done, value } = await bytes.next().catch((error: unknown): never => {
					throw new Error(`error reading: ${failureText(error)}`, { cause: error });
				});
				if (done === true) return;
				terminal.out(value);
			}
		}),
});
