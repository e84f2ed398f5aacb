import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { reduceMemoryWhenQuiet } from './memory-reducer.ts';

const interval = 10_000;
const megabyte = 2 ** 20;

test('collects once after the process was busy, not while it is, and again when there is new garbage', (t) => {
	mock.timers.enable({ apis: ['setInterval'] });
	t.after(() => mock.timers.reset());
	let busy = 0;
	let held = 20 * megabyte;
	let collected = 0;
	let released = 0;
	const collect = () => {
		collected++;
		held = 20 * megabyte;
	};
	const release = () => {
		released++;
	};
	reduceMemoryWhenQuiet({ process: { busy: () => busy, held: () => held, collect }, release });
	const after = (milliseconds: number, garbage: number) => {
		busy += milliseconds;
		held += garbage;
		mock.timers.tick(interval);
		return collected;
	};
	assert.equal(after(100, 0), 1, 'what the start has left');
	assert.equal(after(6000, 100 * megabyte), 1, 'busy');
	assert.equal(after(100, 0), 2, 'quiet again');
	assert.equal(after(100, megabyte), 2, 'little garbage');
	assert.equal(after(100, 4 * megabyte), 3, 'more of it');
	assert.equal(released, collected);
});

test('a process that was started without --expose-gc is told', () => {
	assert.throws(() => reduceMemoryWhenQuiet(), /--expose-gc/);
});
