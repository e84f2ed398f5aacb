import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BackOff } from './back-off.ts';

test('pauses grow by half up to a minute and begin anew after a reset', () => {
	const backOff = new BackOff(() => 0.5);
	assert.deepEqual([backOff.next(), backOff.next(), backOff.next()], [500, 750, 1125]);
	for (let count = 0; count < 50; count += 1) backOff.next();
	assert.equal(backOff.next(), 60_000);
	backOff.reset();
	assert.equal(backOff.next(), 500);
});

test('chance moves a pause by at most a half', () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (chance) => {
			const pause = new BackOff(() => chance).next();
			return pause >= 250 && pause <= 750;
		}),
	);
});
