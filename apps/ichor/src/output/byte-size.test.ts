import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalBytes } from './byte-size.ts';

test('sizes are printed as go-humanize prints them', () => {
	const sizes: Readonly<Record<string, bigint>> = {
		'0 B': 0n,
		'9 B': 9n,
		'999 B': 999n,
		'1.0 kB': 1000n,
		'20 kB': 20_480n,
		'22 kB': 21_500n,
		'1.2 MB': 1_228_800n,
		'82 MB': 81_854_000n,
		'1.0 EB': 10n ** 18n,
	};
	for (const [text, bytes] of Object.entries(sizes)) assert.equal(decimalBytes(bytes), text);
});
