import { clientFlags } from '../client-flags.ts';
import { between } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { listingFlags } from '../output/listing.ts';
import { typeAndId } from '../resource/type-and-id.ts';

/** `history`: what nodes were, and what has changed. */
export const history = defineCommand({
	usage: '[<type> [<id>]]',
	long: `Print what has changed on nodes, or with --at what there was at a moment: of all resources that are no secrets, or of a type.

A moment is a time, 2026-11-21T18:00:00Z, or how long ago it was, 1h30m. A node keeps as much of its past as fits into 64 MiB.
With --from a support bundle is read, and no node is asked.`,
	args: between(0, 2),
	completion: typeAndId,
	inherits: clientFlags,
	flags: {
		at: text('at', 'print the resources of this moment', { completion: { kind: 'nothing' } }),
		since: text('since', 'print the changes from this moment on', { initial: '10m', completion: { kind: 'nothing' } }),
		until: text('until', 'print no changes behind this moment', { completion: { kind: 'nothing' } }),
		namespace: text('namespace', 'only resources of this namespace', { completion: { kind: 'nothing' } }),
		from: text('from', 'read a support bundle, or the journal of a node in one', { completion: { kind: 'files' } }),
		...listingFlags,
	},
	run: async ({ flags, args: [type = '', id = ''], terminal }) => {
		const [{ momentOf }, { fetchJournal, readJournals }, { printHistory }] = await Promise.all([
			import('../history/moment.ts'),
			import('../history/journal-source.ts'),
			import('../history/print-history.ts'),
		]);
		const now = Date.now();
		const at = flags.at === '' ? undefined : momentOf(flags.at, now);
		const until = at ?? (flags.until === '' ? now : momentOf(flags.until, now));
		const since = at ?? momentOf(flags.since, now);
		const query = { type, id, namespace: flags.namespace, at, since, until, output: flags.output };
		if (flags.from !== '') return printHistory(readJournals(flags.from), query, terminal);
		return await withNodes(flags, terminal, async (session) => {
			const [{ eachNode }, { framesIn }] = await Promise.all([import('../nodes/each-node.ts'), import('@ichor/client/history')]);
			await eachNode(
				session,
				async (services) => [...framesIn(await fetchJournal(services, since, until))],
				(answers) =>
					printHistory(
						answers.map(({ node, answer }) => ({ node, frames: answer })),
						query,
						terminal,
					),
			);
		});
	},
});
