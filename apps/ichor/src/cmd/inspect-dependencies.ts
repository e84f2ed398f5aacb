import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';

/** `inspect dependencies`: which controllers read and write which resources, as a graph for Graphviz. */
export const inspectDependencies = defineCommand({
	long: 'Print which controllers of a node read and write which resources, as a graph that Graphviz draws.',
	examples: ['ichor inspect dependencies -n 10.5.0.2 | dot -Tpng > graph.png'],
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: { withResources: toggle('with-resources', 'with every resource that there is now') },
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'inspect dependencies');
			const [{ answersOf }, { kindGraph, resourceGraph }] = await Promise.all([
				import('../nodes/answers.ts'),
				import('../resource/dependency-graph.ts'),
			]);
			const call = session.client.inspect.controllerRuntimeDependencies({});
			const answers = await answersOf(session, 'error getting controller runtime dependencies', call);
			const edges = answers.flatMap(({ message }) => message.edges);
			terminal.out(String(flags.withResources ? await resourceGraph(session, edges) : kindGraph(edges)));
		}),
});
