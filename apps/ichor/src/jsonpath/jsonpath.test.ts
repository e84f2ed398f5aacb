import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evaluate } from './evaluate.ts';
import { goJson } from './go-json.ts';
import { parsePath } from './parse-path.ts';
import { type PlainValue, plainOfYaml, plainText } from './plain-value.ts';

const example = plainOfYaml(`
name: first
port: 6443
ratio: 0.5
on: true
nothing: null
when: 2026-11-21T15:09:38Z
dotted.key/x: y
items:
  - { id: a, size: 1, tags: [x, y] }
  - { id: b, size: 2, tags: [] }
  - { id: c, size: 3 }
map: { b: 2, a: 1 }
`);

function found(template: string, missing: 'empty' | 'refused' = 'refused'): string {
	return evaluate(parsePath(template), example, missing)
		.map((values) => values.map(shown).join(' '))
		.join('');
}

function shown(value: PlainValue): string {
	return typeof value === 'object' && value !== null ? goJson(value) : plainText(value);
}

describe('JSONPath in the dialect of kubectl', () => {
	test('finds', () => {
		const answers: Readonly<Record<string, string>> = {
			'{.name}': 'first',
			'{$.name}': 'first',
			'{@.name}': 'first',
			'name={.name}, port={.port}': 'name=first, port=6443',
			'{.on} {.ratio} {.nothing}': 'true 0.5 <nil>',
			'{.when}': '"2026-11-21T15:09:38Z"',
			'{.dotted\\.key/x}': 'y',
			"{['name']}": 'first',
			'{.items[0].id}': 'a',
			'{.items[-1].id}': 'c',
			'{.items[1:].id}': 'b c',
			'{.items[0:3:2].id}': 'a c',
			'{.items[*].id}': 'a b c',
			'{.items[0,2].id}': 'a c',
			'{.items[0].tags}': '["x","y"]',
			'{.items[?(@.size>1)].id}': 'b c',
			'{.items[?(@.id=="b")].size}': '2',
			"{.items[?(@.id!='b')].size}": '1 3',
			'{.items[?(@.tags)].id}': 'a b',
			'{.map}': '{"a":1,"b":2}',
			'{.map.*}': '1 2',
			'{..id}': 'a b c',
			'{range .items[*]}{.id}{"\\n"}{end}': 'a\nb\nc\n',
			'{range .items[*]}[{range .tags[*]}{@};{end}]{end}!': '[x;y;][][]!',
			'{"quo\\"ted\\t"}{\'x\'}': 'quo"ted\tx',
			'{1}{true}': '1true',
			plain: 'plain',
			'': '',
		};
		for (const [template, text] of Object.entries(answers)) assert.equal(found(template, 'empty'), text, template);
	});

	test('a field that is not there is empty, or refused', () => {
		assert.equal(found('{.missing.deeper}', 'empty'), '');
		assert.throws(() => found('{.missing}'), { message: 'missing is not found' });
	});

	test('refuses what cannot be read or followed', () => {
		const refusals: Readonly<Record<string, string>> = {
			'{.name': 'unclosed action',
			'{.items[0}': 'unterminated array',
			'{.items[x]}': 'invalid array index x',
			'{.items[?(@.id}': 'unterminated filter',
			'{.items[?(@.id)}': 'unclosed array expect ]',
			'{"x}': 'unterminated quoted string',
			'{"\\q"}': 'unquote string "\\q" error invalid syntax',
			'{....x}': 'invalid multiple recursive descent',
			'{*}': "unrecognized character in action: U+002A '*'",
			'{1.2.3}': 'cannot parse number 1.2.3',
			'{.name[0]}': 'string is not array or slice',
			'{.items[3]}': 'array index out of bounds: index 3, length 3',
			'{.items[2:1]}': 'starting index 2 is greater than ending index 1',
			'{.items[0:2:0]}': 'step must be > 0',
			'{.items[?(@.size=~1)]}': "unrecognized character in action: U+007E '~'",
			'{.items[?(@.size=>1)]}': 'unrecognized filter operator =>',
			'{.items[?(@.id<1)]}': 'incompatible types for comparison',
			'{end}': 'not in range, nothing to end',
			'{foo}': 'unrecognized identifier foo',
		};
		for (const [template, message] of Object.entries(refusals)) assert.throws(() => found(template), { message }, template);
	});
});

test('JSON is printed as Go prints it', () => {
	const value = plainOfYaml('{b: [1, 2.50, 1e21, 18446744073709551615, "<&>"], a: {}, "10": x, "9": [], c: "\\u2028"}');
	assert.equal(goJson(value), '{"10":"x","9":[],"a":{},"b":[1,2.5,1e+21,18446744073709551615,"\\u003c\\u0026\\u003e"],"c":"\\u2028"}');
	assert.equal(
		goJson(plainOfYaml('{a: [1], b: {c: d}}'), '    '),
		'{\n    "a": [\n        1\n    ],\n    "b": {\n        "c": "d"\n    }\n}',
	);
	assert.throws(() => goJson(Number.NaN), { message: 'json: unsupported value: NaN' });
});
