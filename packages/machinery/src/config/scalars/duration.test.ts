import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalDuration, formatDuration, isNegative, parseDuration } from './duration.ts';

test('spans of time print as Go prints them', () => {
	const printed = {
		'0': '0s',
		'90m': '1h30m0s',
		'1.5h': '1h30m0s',
		'-1m': '-1m0s',
		'+5s': '5s',
		'250ms': '250ms',
		'1500us': '1.5ms',
		'1\u00b5s': '1\u00b5s',
		'1\u03bcs': '1\u00b5s',
		'.5s': '500ms',
		'5.s': '5s',
		'1h1h': '2h0m0s',
		'0.000000001s': '1ns',
		'2562047h47m16.854775807s': '2562047h47m16.854775807s',
		'-9223372036854775808ns': '-2562047h47m16.854775808s',
	};
	for (const [text, canonical] of Object.entries(printed)) assert.equal(canonicalDuration(text), canonical, text);
});

test('what is no span of time is refused in the words of Go', () => {
	const refusals = {
		'': 'time: invalid duration ""',
		'5': 'time: missing unit in duration "5"',
		'1x': 'time: unknown unit "x" in duration "1x"',
		'1 h': 'time: unknown unit " h" in duration "1 h"',
		h: 'time: invalid duration "h"',
		'.s': 'time: invalid duration ".s"',
		'--1s': 'time: invalid duration "--1s"',
		'2562048h': 'time: invalid duration "2562048h"',
		'9223372036854775808ns': 'time: invalid duration "9223372036854775808ns"',
	};
	for (const [text, message] of Object.entries(refusals)) assert.throws(() => parseDuration(text), { message }, text);
});

test('only time before now is negative', () => {
	assert.deepEqual(['-1ns', '0s', '-0s', undefined].map(isNegative), [true, false, false, false]);
});

test('every number of nanoseconds is read from its text', () => {
	const nanoseconds = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
	fc.assert(fc.property(nanoseconds, (span) => assert.equal(parseDuration(formatDuration(span)), span)));
});
