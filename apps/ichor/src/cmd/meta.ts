import { metaFlags } from '../acting-commands.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { parseUnsigned } from '../command/go-scalars.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `meta write`: sets a key of the META partition. */
export const metaWrite = defineCommand({
	usage: 'key value',
	args: exactly(2),
	completion: { kind: 'nothing' },
	inherits: metaFlags,
	run: async ({ flags, args: [key = '', value = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const request = { key: parseUnsigned(key, keyBits), value: new TextEncoder().encode(value) };
			await allAnswersOf(session, '', session.client.machine.metaWrite(request));
		}),
});

/** `meta delete`: removes a key of the META partition. */
export const metaDelete = defineCommand({
	usage: 'key',
	args: exactly(1),
	completion: { kind: 'nothing' },
	inherits: metaFlags,
	run: async ({ flags, args: [key = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			await allAnswersOf(session, '', session.client.machine.metaDelete({ key: parseUnsigned(key, keyBits) }));
		}),
});

/** A key is one byte (upstream: internal/pkg/meta). */
const keyBits = 8;
