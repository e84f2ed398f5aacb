import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseBoolean, parseInteger, parseUnsigned } from './go-scalars.ts';

test('booleans have the spellings of strconv.ParseBool and no others', () => {
	for (const text of ['1', 't', 'T', 'true', 'TRUE', 'True']) assert.equal(parseBoolean(text), true);
	for (const text of ['0', 'f', 'F', 'false', 'FALSE', 'False']) assert.equal(parseBoolean(text), false);
	for (const text of ['', 'yes', 'tRUE', ' true', 'on']) {
		assert.throws(() => parseBoolean(text), { message: `strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax` });
	}
});

test('integers have the spellings of strconv.ParseInt with base 0', () => {
	const cases: readonly (readonly [text: string, value: number])[] = [
		['0', 0],
		['-0', 0],
		['+7', 7],
		['24', 24],
		['1_000', 1000],
		['0x1F', 31],
		['0X_1f', 31],
		['0b101', 5],
		['0o17', 15],
		['017', 15],
		['0_7', 7],
		['-0x10', -16],
		['9223372036854775807', 2 ** 63],
		['-9223372036854775808', -(2 ** 63)],
	];
	for (const [text, value] of cases) assert.equal(parseInteger(text) + 0, value, text);
	for (const text of ['', '-', '1.5', '1e3', '08', '1__0', '_1', '1_', '0x', '0b2', ' 1', '٣']) {
		assert.throws(() => parseInteger(text), { message: `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax` }, text);
	}
	assert.throws(() => parseInteger('9223372036854775808'), { message: /value out of range$/ });
});

test('every safe integer reads back from its decimal text', () => {
	fc.assert(fc.property(fc.maxSafeInteger(), (value) => assert.equal(parseInteger(String(value)), value)));
});

test('numbers without a sign are read as Go reads them, up to so many bits', () => {
	assert.equal(parseUnsigned('0x0c', 8), 12);
	assert.equal(parseUnsigned('255', 8), 255);
	assert.throws(() => parseUnsigned('256', 8), { message: 'strconv.ParseUint: parsing "256": value out of range' });
	assert.throws(() => parseUnsigned('-1', 8), { message: 'strconv.ParseUint: parsing "-1": invalid syntax' });
});
