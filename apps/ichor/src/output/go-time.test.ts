import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageText, timeText } from './go-time.ts';

const seconds = BigInt(Date.UTC(2026, 10, 21, 15, 12, 7) / 1000);

test('a time is printed with as many decimals as it has', () => {
	assert.equal(timeText({ seconds, nanos: 0 }), '2026-11-21 15:12:07 +0000 UTC');
	assert.equal(timeText({ seconds, nanos: 120_000_000 }), '2026-11-21 15:12:07.12 +0000 UTC');
	assert.equal(timeText({ seconds, nanos: 1 }), '2026-11-21 15:12:07.000000001 +0000 UTC');
});

test('an age is in hours, minutes and whole seconds', () => {
	const after = (milliseconds: number) => ageText({ seconds, nanos: 0 }, new Date(Number(seconds) * 1000 + milliseconds));
	assert.equal(after(0), '0s');
	assert.equal(after(499), '0s');
	assert.equal(after(1500), '2s');
	assert.equal(after(60_000), '1m0s');
	assert.equal(after(3_723_000), '1h2m3s');
	assert.equal(after(100 * 3_600_000), '100h0m0s');
	assert.equal(after(-61_000), '-1m1s');
});
