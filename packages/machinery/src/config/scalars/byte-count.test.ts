import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { humanByteCount, parseByteCount } from './byte-count.ts';

test('bytes are counted in decimal and in binary units', () => {
	const counts: readonly (readonly [string, bigint])[] = [
		['42', 42n],
		['1kB', 1000n],
		['1 K', 1000n],
		['1KiB', 1024n],
		['1ki', 1024n],
		['1,024 MiB', 1024n ** 3n],
		['1.5 TB', 1_500_000_000_000n],
		['.5kb', 500n],
		['15EiB', 15n * 1024n ** 6n],
	];
	for (const [text, bytes] of counts) assert.equal(parseByteCount(text), bytes, text);
});

test('what counts no bytes is refused', () => {
	for (const text of ['', 'GiB', '1 XB', '1.2.3', '-1', '16EiB', '1 k B']) assert.throws(() => parseByteCount(text), text);
});

test('two digits are enough for a person', () => {
	const texts = [0n, 9n, 999n, 1000n, 1550n, 12_345n, 999_999n, 2n ** 63n].map(humanByteCount);
	assert.deepEqual(texts, ['0 B', '9 B', '999 B', '1.0 kB', '1.6 kB', '12 kB', '1000 kB', '9.2 EB']);
});

test('a count in digits is itself', () => {
	fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 53n }), (bytes) => assert.equal(parseByteCount(String(bytes)), bytes)));
});
