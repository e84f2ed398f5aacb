import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteRange } from './byte-range.ts';

test('a range is one of bytes, cut to what there is', () => {
	const cases: readonly (readonly [string | undefined, ReturnType<typeof byteRange>])[] = [
		[undefined, undefined],
		['bytes=0-9', { start: 0, end: 9 }],
		['bytes=10-', { start: 10, end: 99 }],
		['bytes=90-1000', { start: 90, end: 99 }],
		['bytes=-10', { start: 90, end: 99 }],
		['bytes=-1000', { start: 0, end: 99 }],
		['bytes=100-', 'unsatisfiable'],
		['bytes=-0', 'unsatisfiable'],
		['bytes=9-0', undefined],
		['bytes=-', undefined],
		['bytes=0-1,5-6', undefined],
		['lines=0-1', undefined],
	];
	for (const [header, expected] of cases) assert.deepEqual(byteRange(header, 100), expected, header);
	assert.equal(byteRange('bytes=0-', 0), 'unsatisfiable');
});
