import type { Message } from '@bufbuild/protobuf';
import type { GenMessage } from '@bufbuild/protobuf/codegenv2';
import { clientFlags } from './client-flags.ts';
import { noArguments } from './command/arguments.ts';
import { type Command, defineCommand } from './command/command.ts';
import { containerdFlags, containerdNamespace } from './containerd-namespace.ts';
import type { NodeMessage } from './nodes/answers.ts';
import { type NodeSession, withNodes } from './nodes/node-session.ts';
import { containerName, inOrder } from './output/container-name.ts';
import { listingFlags, printListing } from './output/listing.ts';
import { plainMessage } from './output/plain-message.ts';

/** A table with a row for each container of the nodes. */
interface ContainerTable<Answer extends NodeMessage, Container extends Message> {
	/** What stands before the text of a failure. */
	readonly failure: string;
	/** Of the columns behind the node, the namespace and the id. */
	readonly header: readonly string[];
	readonly call: (
		client: NodeSession['client'],
		which: Awaited<ReturnType<typeof containerdNamespace>>,
	) => Promise<{ readonly messages: readonly Answer[] }>;
	readonly containers: (answer: Answer) => readonly Container[];
	readonly row: (container: Container) => readonly string[];
	readonly schema: GenMessage<Container>;
}

/** A command that lists the containers of containerd on nodes, those of a pod below it. */
export function containerTable<
	Answer extends NodeMessage,
	Container extends Message & { readonly namespace: string; readonly id: string; readonly podId: string },
>({ failure, header, call, containers, row, schema }: ContainerTable<Answer, Container>): Command {
	return defineCommand({
		args: noArguments,
		completion: { kind: 'nothing' },
		inherits: clientFlags,
		flags: { ...containerdFlags, ...listingFlags },
		run: async ({ flags, terminal }) =>
			await withNodes(flags, terminal, async (session) => {
				const { answersOf } = await import('./nodes/answers.ts');
				const called = call(session.client, await containerdNamespace(flags.kubernetes));
				const listed = (await answersOf(session, failure, called)).flatMap(({ node, message }) =>
					inOrder(containers(message)).map((container) => ({
						cells: [node, container.namespace, containerName(container), ...row(container)],
						value: () => ({ node, ...plainMessage(schema, container) }),
					})),
				);
				await printListing(terminal, flags.output, ['NODE', 'NAMESPACE', 'ID', ...header], listed);
			}),
	});
}
