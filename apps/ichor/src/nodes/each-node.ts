import type { TalosServices } from '@ichor/client/api';
import { failureText } from './failure-text.ts';
import type { NodeSession } from './node-session.ts';

/**
 * Asks every node by itself, all at once, for what an endpoint does not gather. What came is handed to `print`, node by
 * node, also when others failed.
 *
 * @throws Error with a line for each node that failed
 */
export async function eachNode<Answer>(
	{ client, nodes }: NodeSession,
	ask: (services: TalosServices, node: string) => Promise<Answer>,
	print: (answers: readonly { readonly node: string; readonly answer: Answer }[]) => unknown,
): Promise<void> {
	const failures: string[] = [];
	const answers = await Promise.all(
		nodes.map(async (node) => {
			try {
				return [{ node, answer: await ask(client.node(node), node) }];
			} catch (error) {
				failures.push(`error from node ${node}: ${failureText(error)}`);
				return [];
			}
		}),
	);
	await print(answers.flat());
	if (failures.length > 0) throw new Error(failures.join('\n'));
}
