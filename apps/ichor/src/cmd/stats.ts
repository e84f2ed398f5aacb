import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { containerdFlags, containerdNamespace } from '../containerd-namespace.ts';
import { withNodes } from '../nodes/node-session.ts';
import { containerName, inOrder } from '../output/container-name.ts';
import { fixed } from '../output/go-number.ts';
import { table } from '../output/table.ts';

/** `stats`: the memory and the processor time that containers use. */
export const stats = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: containerdFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { answersOf } = await import('../nodes/answers.ts');
			const call = session.client.machine.stats(await containerdNamespace(flags.kubernetes));
			const rows = (await answersOf(session, 'error getting stats', call)).flatMap(({ node, message }) =>
				inOrder(message.stats).map((stat) => {
					const { namespace, memoryUsage, cpuUsage } = stat;
					return [node, namespace, containerName(stat), fixed(Number(memoryUsage) * 1e-6, 2), String(cpuUsage)];
				}),
			);
			terminal.out(table([['NODE', 'NAMESPACE', 'ID', 'MEMORY(MB)', 'CPU'], ...rows]));
		}),
});
