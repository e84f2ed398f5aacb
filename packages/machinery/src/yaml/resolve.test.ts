import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { YamlScalar } from './node.ts';
import { isMergeKey, type ResolvedScalar, ResolveRefusal, resolveScalar } from './resolve.ts';

describe('resolveScalar', () => {
	it('takes plain text for what go-yaml takes it for', () => {
		for (const [tag, value, ...texts] of plainCases) {
			for (const text of texts) assert.deepEqual(resolveScalar(plain(text)), { tag, value }, text);
		}
	});

	it('keeps a string what is none of these, YAML 1.1 booleans and base-60 numbers included', () => {
		for (const text of strings) assert.deepEqual(resolveScalar(plain(text)), { tag: 'str', value: text });
	});

	it('reads dates and times as far as Go does', () => {
		for (const [text, expected] of timestamps) {
			assert.deepEqual(
				resolveScalar(plain(text)),
				expected === undefined ? { tag: 'str', value: text } : { tag: 'timestamp', value: expected },
			);
		}
	});

	it('leaves quoted text a string', () => {
		for (const style of ['single', 'double', 'literal', 'folded'] as const) {
			assert.deepEqual(resolveScalar({ ...plain('12'), style }), { tag: 'str', value: '12' });
		}
	});

	it('follows a tag, quotes or not', () => {
		const tagged: readonly [tag: string, text: string, resolved: ResolvedScalar][] = [
			['str', '12', { tag: 'str', value: '12' }],
			['int', '0x1F', { tag: 'int', value: 31 }],
			['float', '1', { tag: 'float', value: 1 }],
			['float', '9223372036854775807', { tag: 'float', value: 2 ** 63 }],
			['bool', 'True', { tag: 'bool', value: true }],
			['null', '', { tag: 'null', value: null }],
			['timestamp', '2001-1-1', { tag: 'timestamp', value: '2001-01-01T00:00:00Z' }],
			['binary', 'aGk=', { tag: 'binary', value: 'aGk=' }],
			['map', 'x', { tag: 'other', value: 'x' }],
		];
		for (const [name, text, resolved] of tagged) {
			for (const style of ['plain', 'double'] as const) {
				assert.deepEqual(resolveScalar({ ...plain(text), style, tag: `tag:yaml.org,2002:${name}` }), resolved);
			}
		}
		assert.deepEqual(resolveScalar({ ...plain('1'), tag: '!own' }), { tag: 'other', value: '1' });
		assert.deepEqual(resolveScalar({ ...plain('1'), tag: '!' }), { tag: 'other', value: '1' });
	});

	it('refuses a tag that the text does not fit', () => {
		const refusals: readonly [tag: string, text: string, message: string][] = [
			['int', '1e3', 'cannot construct !!float `1e3` as a !!int'],
			['int', '2001-01-01', 'cannot construct !!str `2001-01-01` as a !!int'],
			['int', '', 'cannot construct !!null `` as a !!int'],
			['bool', 'yes', 'cannot construct !!str `yes` as a !!bool'],
			['null', 'x', 'cannot construct !!str `x` as a !!null'],
			['float', '18446744073709551615', 'cannot construct !!int `18446744073709551615` as a !!float'],
		];
		for (const [name, text, message] of refusals) {
			assert.throws(
				() => resolveScalar({ ...plain(text), tag: `tag:yaml.org,2002:${name}` }),
				(error) => error instanceof ResolveRefusal && error.message === message,
			);
		}
	});
});

describe('isMergeKey', () => {
	it('is `<<` without quotes, or the tag', () => {
		assert.ok(isMergeKey(plain('<<')));
		assert.ok(isMergeKey({ ...plain('x'), tag: 'tag:yaml.org,2002:merge' }));
		assert.ok(!isMergeKey({ ...plain('<<'), style: 'double' }));
		assert.ok(!isMergeKey({ ...plain('<<'), alias: { name: 'm', at: 0 } }));
		assert.ok(!isMergeKey({ type: 'seq', at: 0, items: [], flow: true }));
	});
});

function plain(text: string): YamlScalar {
	return { type: 'scalar', at: 0, text, style: 'plain' };
}

const plainCases: readonly [tag: string, value: unknown, ...texts: string[]][] = [
	['null', null, '', '~', 'null', 'Null', 'NULL'],
	['bool', true, 'true', 'True', 'TRUE'],
	['bool', false, 'false', 'False', 'FALSE'],
	['int', 0, '0', '+0', '00', '-00', '0x0'],
	['int', 1, '1', '01', '+1', '1_', '0_1', '0b1', '0o1', '0x_1'],
	['int', -3, '-3', '-0b11', '-0x3', '-03'],
	['int', 8, '010', '0o10', '0O10', '8'],
	['int', 255, '0xff', '0XFF', '0x_f_f', '0377'],
	['int', 1000, '1000', '1_000', '1__000'],
	['int', 9007199254740991, '9007199254740991'],
	['int', 9007199254740993n, '9007199254740993'],
	['int', 18446744073709551615n, '18446744073709551615', '0xffffffffffffffff'],
	['int', -9223372036854775808n, '-9223372036854775808'],
	['float', 18446744073709551616, '18446744073709551616', '+18446744073709551616'],
	['float', 8, '08', '0_8', '8.', '8.0', '+8e0'],
	['float', 1000, '1e3', '1E3', '1e+3', '1.e3', '1_e3'],
	['float', 0.5, '.5', '+.5', '0.5', '.5_0', '5e-1'],
	['float', 1e9, '.1e1_0'],
	['float', -0, '-0', '-0.0', '-0.00'],
	['float', Number.NaN, '.nan', '.NaN', '.NAN'],
	['float', Number.POSITIVE_INFINITY, '.inf', '.Inf', '.INF', '+.inf'],
	['float', Number.NEGATIVE_INFINITY, '-.inf', '-.Inf', '-.INF'],
	['merge', '<<', '<<'],
];

const strings = [
	'yes no on off y N tRue nULL nan inf .iNF +.nan = - + . ..5 +-1 --1 _1 ._5 .5_ .1__2 .1_e3 .e3 .0x1 1e 1e400 -1e400 .1e400',
	'1.5. 0b 0b2 0o 0o8 0x 0xg 0x1p3 0x10000000000000000 1:30 190:20:30 1,000 10s 1.2.3 ١',
].flatMap((texts) => texts.split(' '));

const timestamps: readonly [text: string, canonical: string | undefined][] = [
	['2001-01-01', '2001-01-01T00:00:00Z'],
	['2001-1-1', '2001-01-01T00:00:00Z'],
	['0000-02-29', '0000-02-29T00:00:00Z'],
	['2001-12-14t21:59:43.10-05:00', '2001-12-14T21:59:43.1-05:00'],
	['2001-12-14T1:2:3Z', '2001-12-14T01:02:03Z'],
	['2001-12-14 21:59:43', '2001-12-14T21:59:43Z'],
	['2001-12-14   21:59:43,25', '2001-12-14T21:59:43.25Z'],
	['2001-12-14T21:59:43.1234567891Z', '2001-12-14T21:59:43.123456789Z'],
	['2001-12-14T21:59:43.000+00:00', '2001-12-14T21:59:43Z'],
	['2001-02-29', undefined],
	['1900-02-29', undefined],
	['2001-13-01', undefined],
	['2001-04-31', undefined],
	['2001-12-14T21:59:43', undefined],
	['2001-12-14 21:59:43Z', undefined],
	['2001-12-14T24:00:00Z', undefined],
	['2001-12-14T21:60:00Z', undefined],
	['2001-12-14T21:59:43+25:00', undefined],
	['2001-12-14T21:59:43.Z', undefined],
	['201-01-01', undefined],
	['20011-01-01', undefined],
];
