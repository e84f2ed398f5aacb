import { clientFlags } from './client-flags.ts';
import { noArguments } from './command/arguments.ts';
import { type Command, defineCommand } from './command/command.ts';
import { containerdFlags, containerdNamespace } from './containerd-namespace.ts';
import type { NodeMessage } from './nodes/answers.ts';
import { type NodeSession, withNodes } from './nodes/node-session.ts';
import { containerName, inOrder } from './output/container-name.ts';
import { table } from './output/table.ts';

/** A table with a row for each container of the nodes. */
interface ContainerTable<Message extends NodeMessage, Container> {
	/** What stands before the text of a failure. */
	readonly failure: string;
	/** Of the columns behind the node, the namespace and the id. */
	readonly header: readonly string[];
	readonly call: (
		client: NodeSession['client'],
		which: Awaited<ReturnType<typeof containerdNamespace>>,
	) => Promise<{ readonly messages: readonly Message[] }>;
	readonly containers: (message: Message) => readonly Container[];
	readonly row: (container: Container) => readonly string[];
}

/** A command that lists the containers of containerd on nodes, those of a pod below it. */
export function containerTable<
	Message extends NodeMessage,
	Container extends { readonly namespace: string; readonly id: string; readonly podId: string },
>({ failure, header, call, containers, row }: ContainerTable<Message, Container>): Command {
	return defineCommand({
		args: noArguments,
		completion: { kind: 'nothing' },
		inherits: clientFlags,
		flags: containerdFlags,
		run: async ({ flags, terminal }) =>
			await withNodes(flags, terminal, async (session) => {
				const { answersOf } = await import('./nodes/answers.ts');
				const called = call(session.client, await containerdNamespace(flags.kubernetes));
				const rows = (await answersOf(session, failure, called)).flatMap(({ node, message }) =>
					inOrder(containers(message)).map((container) => [node, container.namespace, containerName(container), ...row(container)]),
				);
				terminal.out(table([['NODE', 'NAMESPACE', 'ID', ...header], ...rows]));
			}),
	});
}
