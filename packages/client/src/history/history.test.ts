import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changesIn, decodeFrame, encodeFrame, framesIn, type HistoryEntry, stateAt } from './index.ts';

describe('a journal', () => {
	it('says again what was written down, in frames that follow each other', () => {
		fc.assert(
			fc.property(fc.array(fc.array(entries, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (batches) => {
				const journal = Buffer.concat(batches.map((batch) => encodeFrame('changes', batch, now)));
				assert.deepEqual([...framesIn(journal)].map(decodeFrame), batches);
			}),
		);
	});

	it('is read up to where it is torn, and no further than where it is damaged', () => {
		const [one, other] = [encodeFrame('changes', [set('a', 1)], now), encodeFrame('changes', [set('b', 2)], now)];
		const whole = Buffer.concat([one, other]);
		for (let size = one.length; size < whole.length; size++) assert.equal([...framesIn(whole.subarray(0, size))].length, 1);
		for (let at = 0; at < one.length; at++) {
			const damaged = Buffer.from(whole);
			damaged[at] = (damaged[at] ?? 0) ^ 0xff;
			const ids = [...framesIn(damaged)].flatMap(decodeFrame).map(({ metadata }) => metadata.id);
			// what follows a damaged header may still be whole; what is damaged is never believed
			assert.ok(ids.length < 2 || ids[0] === 'a');
		}
	});

	it('of any bytes is none', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => assert.deepEqual([...framesIn(Buffer.from(bytes))], [])));
		const foreign = encodeFrame('changes', [{ nonsense: true } as unknown as HistoryEntry, set('a', 1)], now);
		assert.equal([...framesIn(foreign)].flatMap(decodeFrame).length, 1);
		const never = encodeFrame('changes', [set('a', 1e300)], now);
		assert.deepEqual([...framesIn(never)].flatMap(decodeFrame), []);
	});

	it('tells what there was at any moment, as somebody who writes it all down', () => {
		const steps = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), gone: fc.boolean(), after: fc.nat(9), restart: fc.nat(9) }));
		fc.assert(
			fc.property(steps, fc.nat(200), (all, at) => {
				const known = new Map<string, HistoryEntry>();
				const frames: Buffer[] = [];
				let time = 0;
				let expected: readonly string[] = [];
				for (const { id, gone, after, restart } of all) {
					time += after + 1;
					// a new file begins with what there is
					if (restart === 0) frames.push(encodeFrame('state', [...known.values()], time));
					const entry = gone ? { ...set(id, time), gone } : set(id, time);
					if (gone) known.delete(id);
					else known.set(id, entry);
					frames.push(encodeFrame('changes', [entry], time));
					if (time <= at) expected = [...known.keys()].toSorted();
				}
				const there = stateAt(framesIn(Buffer.concat(frames)), at);
				assert.deepEqual(
					there.map(({ metadata }) => metadata.id),
					expected,
				);
			}),
		);
	});

	it('tells what happened in a time, beside what was before', () => {
		const journal = Buffer.concat([
			encodeFrame('state', [set('a', 1)], 1),
			encodeFrame('changes', [set('a', 2), set('b', 3)], 3),
			encodeFrame('changes', [{ ...set('a', 4), gone: true }], 4),
			encodeFrame('changes', [set('c', 5)], 5),
		]);
		assert.deepEqual(
			[...changesIn(framesIn(journal), 2, 4)].map(({ entry, before }) => [entry.metadata.id, entry.time, entry.gone, before?.time]),
			[
				['a', 2, false, 1],
				['b', 3, false, undefined],
				['a', 4, true, 2],
			],
		);
	});
});

const now = 1_763_750_000_000;
const entries = fc.record(
	{
		time: fc.nat(),
		gone: fc.boolean(),
		metadata: fc.record({ namespace: fc.string(), type: fc.string(), id: fc.string(), version: fc.nat() }, { noNullPrototype: true }),
		// as it is after any journey: JSON has one zero
		spec: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
	},
	{ noNullPrototype: true },
);

function set(id: string, time: number): HistoryEntry {
	return { time, gone: false, metadata: { namespace: 'network', type: 'Links', id, version: time }, spec: { up: true } };
}
