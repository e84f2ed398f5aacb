import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBinary } from '@bufbuild/protobuf';
import { TaskEventSchema } from '@ichor/api/machine';
import { EventBus } from './event-bus.ts';
import { eventTime, nextEventId } from './event-id.ts';

test('identifiers sort by their time and tell it', () => {
	const early = nextEventId(1_700_000_000_000);
	const late = nextEventId(1_700_000_001_000);
	assert.match(early, /^[0-9a-v]{20}$/);
	assert.ok(early < late);
	assert.equal(eventTime(early), 1_700_000_000);
});

test('a reader gets what it asked for of the past, and everything that comes', async () => {
	const bus = new EventBus();
	for (const task of ['a', 'b', 'c']) bus.publish(TaskEventSchema, { task });
	const stop = new AbortController();
	const seen: string[] = [];
	const reading = (async () => {
		for await (const { value } of bus.read({ tail: 2 }, stop.signal)) {
			seen.push(fromBinary(TaskEventSchema, value).task);
			if (seen.length === 3) stop.abort();
		}
	})();
	bus.publish(TaskEventSchema, { task: 'd' }, 'somebody');
	await reading;
	assert.deepEqual(seen, ['b', 'c', 'd']);
	assert.equal(bus.past({ tail: -1 }).length, 4);
	assert.deepEqual(
		bus.past({ afterId: bus.past({ tail: 2 })[0]?.id ?? '' }).map(({ actorId }) => actorId),
		['somebody'],
	);
});
