import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { containerdFlags, containerdNamespace } from '../containerd-namespace.ts';
import { withNodes } from '../nodes/node-session.ts';
import { containerName, inOrder } from '../output/container-name.ts';
import { table } from '../output/table.ts';

/** `containers`: those that containerd runs, those of a pod below it. */
export const containers = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: containerdFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { answersOf } = await import('../nodes/answers.ts');
			const call = session.client.machine.containers(await containerdNamespace(flags.kubernetes));
			const rows = (await answersOf(session, 'error getting container list', call)).flatMap(({ node, message }) =>
				inOrder(message.containers).map((container) => {
					const { namespace, image, pid, status } = container;
					return [node, namespace, containerName(container), image, String(pid), status];
				}),
			);
			terminal.out(table([['NODE', 'NAMESPACE', 'ID', 'IMAGE', 'PID', 'STATUS'], ...rows]));
		}),
});
