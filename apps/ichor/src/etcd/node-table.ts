import type { Answer, NodeMessage } from '../nodes/answers.ts';
import { table } from '../output/table.ts';

/** What nodes answer as one table: a column with their names comes first when the messages have them. Empty without rows. */
export function nodeTable<Message extends NodeMessage>(
	header: readonly string[],
	answers: readonly Answer<Message>[],
	rowsOf: (message: Message) => readonly (readonly string[])[],
): string {
	const named = answers.some(({ message }) => (message.metadata?.hostname ?? '') !== '');
	const rows = answers.flatMap(({ node, message }) => rowsOf(message).map((row) => (named ? [node, ...row] : row)));
	return rows.length === 0 ? '' : table([named ? ['NODE', ...header] : header, ...rows]);
}
