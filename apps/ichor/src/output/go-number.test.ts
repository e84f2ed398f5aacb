import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, humanSize } from './go-number.ts';

test('decimals are rounded as Go rounds them: of two that are equally near, to the even one', () => {
	const texts: readonly (readonly [number, number, string])[] = [
		[0.125, 2, '0.12'],
		[0.375, 2, '0.38'],
		[-0.125, 2, '-0.12'],
		[2.675, 2, '2.67'],
		[10.5, 0, '10'],
		[11.5, 0, '12'],
		[1867.3, 0, '1867'],
		[41.4777, 2, '41.48'],
	];
	for (const [value, decimals, text] of texts) assert.equal(fixed(value, decimals), text);
});

test('sizes are in steps of 1000', () => {
	const texts: Readonly<Record<string, bigint>> = {
		'0 B': 0n,
		'9 B': 9n,
		'10 B': 10n,
		'999 B': 999n,
		'1.0 kB': 1000n,
		'4.1 kB': 4096n,
		'83 MB': 82_854_982n,
		'1.8 GB': 1_800_000_000n,
		'18 EB': -1n,
	};
	for (const [text, bytes] of Object.entries(texts)) assert.equal(humanSize(bytes), text);
});
