import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBinary } from '@bufbuild/protobuf';
import { SequenceEventSchema } from '@ichor/api/machine';
import { background } from '@ichor/std';
import { EventBus } from '../events/event-bus.ts';
import type { Sequence, SequenceName } from './sequence.ts';
import { type SequenceError, Sequencer } from './sequencer.ts';

const sequence = (name: SequenceName, run: (signal: AbortSignal) => Promise<void>): Sequence => ({
	name,
	phases: [{ name: 'only', tasks: [{ name: 'one', run: async ({ signal }) => await run(signal) }] }],
});
const untilAborted = async (signal: AbortSignal) =>
	await new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

test('a reboot takes the place of a boot, and a boot of nothing', async () => {
	const events = new EventBus();
	const sequencer = new Sequencer(background, events);
	const boot = sequencer.run(sequence('boot', untilAborted));
	await assert.rejects(sequencer.run(sequence('initialize', async () => undefined)), (error) => (error as SequenceError).code === 'locked');
	const rebooted: string[] = [];
	const reboot = sequencer.run(
		sequence('reboot', async () => void rebooted.push('done')),
		{ actorId: 'actor' },
	);
	await assert.rejects(boot, (error) => (error as SequenceError).code === 'cancelled');
	await reboot;
	assert.deepEqual(rebooted, ['done']);
	const told = events
		.past({ tail: -1 })
		.filter(({ schema }) => schema === SequenceEventSchema)
		.map(({ value, actorId }) => ({ ...fromBinary(SequenceEventSchema, value), actorId }))
		.map(({ sequence: name, action, error, actorId }) => [name, action, error?.code, actorId]);
	assert.deepEqual(told, [
		['boot', 1, undefined, ''],
		['initialize', 0, 1, ''],
		['boot', 0, 2, ''],
		['reboot', 1, undefined, 'actor'],
		['reboot', 2, undefined, 'actor'],
	]);
});

test('a task that fails ends its sequence', async () => {
	const sequencer = new Sequencer(background, new EventBus());
	const failing = sequence('reset', async () => await Promise.reject(new Error('no')));
	await assert.rejects(sequencer.run(failing), /sequence failed: no/);
	assert.equal(sequencer.running, undefined);
});

test('of two that want the same place at once one gets it, and only force ends what gives way to nothing', async () => {
	const events = new EventBus();
	const sequencer = new Sequencer(background, events);
	const begun: string[] = [];
	const long = (name: SequenceName) =>
		sequence(name, async (signal) => {
			begun.push(name);
			await untilAborted(signal);
		});
	const first = sequencer.run(long('reset'));
	const second = sequencer.run(long('reset'), { actorId: 'second' });
	await assert.rejects(second, { code: 'locked' });
	assert.deepEqual(begun, ['reset']);
	await assert.rejects(sequencer.run(long('shutdown')), { code: 'locked' });
	const shutdown = sequencer.run(
		sequence('shutdown', async () => void begun.push('shutdown')),
		{ force: true },
	);
	await assert.rejects(first, { code: 'cancelled' });
	await shutdown;
	assert.deepEqual(begun, ['reset', 'shutdown']);
	const locked = events.past({ tail: -1 }).find(({ actorId, schema }) => actorId === 'second' && schema === SequenceEventSchema);
	assert.match(fromBinary(SequenceEventSchema, locked?.value ?? new Uint8Array()).error?.message ?? '', /^sequence not started: locked/);
});
