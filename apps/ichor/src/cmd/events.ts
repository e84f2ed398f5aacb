import { parseDuration } from '@ichor/machinery/duration';
import { clientFlags } from '../client-flags.ts';
import { anyArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { integer, text } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { listingFlags } from '../output/listing.ts';
import { table } from '../output/table.ts';

/** `events`: what happens on nodes, as it happens. */
export const events = defineCommand({
	args: anyArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		tail: integer('tail', 'how many past events first; all of them when negative', { initial: 0, type: 'int32' }),
		duration: duration('duration', 'the events of that time first, in whole seconds', { initial: '0s' }),
		since: text('since', 'the events behind the one with this ID first', { completion: { kind: 'nothing' } }),
		actorId: text('actor-id', 'only the events of this actor', { completion: { kind: 'nothing' } }),
		...listingFlags,
	},
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const [{ eachMessage }, { decodeNodeEvent, plainPayload }, { eventCells }, { documentPrinter }] = await Promise.all([
				import('../nodes/streams.ts'),
				import('../track/node-event.ts'),
				import('../output/event-cells.ts'),
				import('../output/documents.ts'),
			]);
			const tailSeconds = Number(parseDuration(flags.duration) / 1_000_000_000n);
			const request = { tailEvents: flags.tail, tailSeconds, tailId: flags.since, withActorId: flags.actorId };
			const print = flags.output === 'table' ? undefined : await documentPrinter(flags.output, terminal);
			let rows: (readonly string[])[] = [['NODE', 'ID', 'EVENT', 'ACTOR', 'SOURCE', 'MESSAGE']];
			await eachMessage(session, session.client.machine.events(request), (message, { node }) => {
				const event = decodeNodeEvent(message);
				const type = message.data?.typeUrl ?? '';
				if (print !== undefined) {
					const { id, actorId } = message;
					if (event !== undefined) print({ node, id, type, actorId, payload: plainPayload(event.payload) });
					return undefined;
				}
				const cells = event === undefined ? undefined : eventCells(event.payload);
				if (cells === undefined) return undefined;
				// upstream breaks the line behind the third column
				rows.push([node, message.id, type], [message.actorId, ...cells]);
				terminal.out(table(rows));
				rows = [];
				return undefined;
			});
		}),
});
