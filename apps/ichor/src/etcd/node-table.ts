import type { Answer, NodeMessage } from '../nodes/answers.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { type Listed, type ListingForm, printListing } from '../output/listing.ts';

/**
 * Prints what nodes answer as one list. In a table a column with their names comes first when the messages have them, and there is no
 * header without rows.
 */
export async function printNodeTable<Message extends NodeMessage>(
	{ terminal }: NodeSession,
	form: ListingForm,
	header: readonly string[],
	answers: readonly Answer<Message>[],
	listed: (message: Message) => readonly Listed[],
): Promise<void> {
	const named = answers.some(({ message }) => (message.metadata?.hostname ?? '') !== '');
	const things = answers.flatMap(({ node, message }) =>
		listed(message).map(({ cells, value }) => ({ cells: named ? [node, ...cells] : cells, value: () => ({ node, ...value() }) })),
	);
	if (things.length > 0) await printListing(terminal, form, named ? ['NODE', ...header] : header, things);
}
