import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCsv, printCsv } from './csv.ts';

test('reads the first record of a CSV text, as encoding/csv does', () => {
	const cases: readonly (readonly [text: string, fields: readonly string[]])[] = [
		['', []],
		['a', ['a']],
		['a,b', ['a', 'b']],
		[',', ['', '']],
		['a,,b', ['a', '', 'b']],
		['"a,b",c', ['a,b', 'c']],
		['"say ""hi"""', ['say "hi"']],
		['a\nb', ['a']],
		['\n\na', ['a']],
		['"a\nb",c\nd', ['a\nb', 'c']],
		['a\r\nb', ['a']],
		['a\r', ['a']],
		[' a , b ', [' a ', ' b ']],
		['__proto__,constructor', ['__proto__', 'constructor']],
	];
	for (const [text, fields] of cases) assert.deepEqual(parseCsv(text), fields, JSON.stringify(text));
});

test('refuses what encoding/csv refuses, with its words', () => {
	const cases: readonly (readonly [text: string, message: string])[] = [
		['a"b', 'parse error on line 1, column 2: bare " in non-quoted field'],
		['"a"b', 'parse error on line 1, column 3: extraneous or missing " in quoted-field'],
		['"a', 'parse error on line 1, column 3: extraneous or missing " in quoted-field'],
		['\n', 'EOF'],
		['\r', 'EOF'],
	];
	for (const [text, message] of cases) assert.throws(() => parseCsv(text), { message }, JSON.stringify(text));
});

test('what is printed reads back', () => {
	const field = fc.string().map((text) => text.replaceAll('\r', ''));
	const fields = fc.array(field, { minLength: 1 }).filter((given) => given.length > 1 || given[0] !== '');
	fc.assert(fc.property(fields, (given) => assert.deepEqual(parseCsv(printCsv(given)), given)));
});
