import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClockFault } from './clock-fault.ts';

test('a clock that jumps is told of, and one that is set a little is not', () => {
	let set = 0;
	const jumps = new ClockFault(() => performance.now() + set);
	const seen = [0, 9000, 3_609_000, 3_609_000, 9000, 9500].map((to) => {
		set = to;
		return jumps.look()?.message;
	});
	const [forward, back] = ['the clock of this machine jumped forward by 3600 s', 'the clock of this machine jumped back by 3600 s'];
	assert.deepEqual(seen, [undefined, undefined, forward, forward, back, back]);
});
