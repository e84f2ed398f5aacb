import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuantity } from './quantity.ts';

const quantities: readonly (readonly [string, bigint | undefined])[] = [
	['0', 0n],
	['-12', -12n],
	[' 7 ', 7n],
	['10k', 10_000n],
	['10kg', 10_000n],
	['4GB', 4_000_000_000n],
	['5GiB', 5_368_709_120n],
	['5 gib', 5_368_709_120n],
	['1Ki', 1024n],
	['9007199254740993', 9_007_199_254_740_993n],
	['', undefined],
	['kg', undefined],
	['1 apple', undefined],
	['1.5k', undefined],
	['NaN', undefined],
];

for (const [text, expected] of quantities) {
	test(`'${text}' is ${expected ?? 'no quantity'}`, () => assert.equal(parseQuantity(text), expected));
}
