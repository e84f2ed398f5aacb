import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScalarSchema } from '../schema/schema.ts';
import { canonicalEnum } from './enumeration.ts';

function reading(values: NonNullable<ScalarSchema['enum']>): (text: string) => string {
	return (text) => canonicalEnum(text, { of: 'scalar', scalar: 'nethelpers.Color' }, values);
}

test('letter case counts only where the set says so', () => {
	assert.equal(reading({ values: ['Red', 'green'] })('RED'), 'Red');
	assert.equal(reading({ values: ['Red'], exact: true })('Red'), 'Red');
	assert.throws(() => reading({ values: ['Red'], exact: true })('red'), { message: 'red does not belong to Color values' });
});

test('numbers and other spellings are values where the set says so', () => {
	const read = reading({ values: ['local', 'main'], aliases: { 254: 'main', host: 'local' }, numbers: [1, 251] });
	assert.deepEqual(['254', '0254', 'host', '7'].map(read), ['main', 'main', 'local', '7']);
	for (const text of ['252', '07', '', '-1']) assert.throws(() => read(text), text);
});

test('what every object has is no other spelling', () => {
	const read = reading({ values: ['a'], aliases: { b: 'a' } });
	for (const text of ['constructor', '__proto__', 'toString'])
		assert.throws(() => read(text), { message: `${text} does not belong to Color values` });
});

test('an open set takes every text', () => {
	assert.equal(reading({ values: ['a'], open: true })('constructor'), 'constructor');
});
