import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConfigValue } from '../config/document.ts';
import { type EmitProfile, emit } from './emit.ts';
import { outputOf } from './from-value.ts';
import { formatFloat } from './go-float.ts';
import type { YamlNode } from './node.ts';
import { type OutputNode, type OutputScalar, outputMap, outputSeq, outputString } from './output.ts';
import { parseYaml } from './parse.ts';
import { resolveScalar } from './resolve.ts';

type EmitCase = { readonly text: string } & (
	| { readonly profile: 'config' | 'v2'; readonly value: CaseValue }
	| { readonly profile: 'raw'; readonly value: CaseNode }
);

/** As testdata has values: what JSON cannot say is an object with one key. */
type CaseValue =
	| string
	| boolean
	| null
	| readonly CaseValue[]
	| { readonly int: string }
	| { readonly float: string }
	| { readonly map: readonly (readonly [string, CaseValue])[] };

interface CaseNode {
	readonly k: 'map' | 'seq' | 'scalar';
	readonly v?: string;
	readonly restyled?: true;
	readonly flow?: true;
	readonly i?: readonly CaseNode[];
	readonly h?: string;
	readonly l?: string;
	readonly f?: string;
}

const { cases }: { readonly cases: readonly EmitCase[] } = JSON.parse(
	readFileSync(new URL('testdata/go-yaml-emit.json', import.meta.url), 'utf8'),
);

describe('emit', () => {
	it('prints values as go-yaml and as yaml.v2 do', () => {
		for (const { profile, value, text } of cases) {
			if (profile === 'raw') continue;
			assert.equal(print(valueOf(value), profile === 'v2' ? 'json-patch' : 'config'), text, JSON.stringify(value));
		}
	});

	it('puts comments where go-yaml puts them', () => {
		for (const { profile, value, text } of cases) if (profile === 'raw') assert.equal(emit(nodeOf(value)), text, JSON.stringify(value));
		assert.ok(cases.filter(({ profile }) => profile === 'raw').length > 50);
	});

	it('indents maps in lists by two and everything else to the next multiple of four', () => {
		const value = { list: [{ a: '1', nested: [['x'], { b: [{}] }] }], empty: [], text: 'one\ntwo\n' };
		assert.equal(
			print(value),
			[
				'empty: []',
				'list:',
				'    - a: "1"',
				'      nested:',
				'        - - x',
				'        - b:',
				'            - {}',
				'text: |',
				'    one',
				'    two',
				'',
			].join('\n'),
		);
		assert.equal(
			print(value, 'json-patch'),
			['empty: []', 'list:', '- a: "1"', '  nested:', '  - - x', '  - b:', '    - {}', 'text: |', '  one', '  two', ''].join('\n'),
		);
	});

	it('folds long lines only after a JSON patch', () => {
		const words = 'word '.repeat(30).trim();
		assert.equal(print({ k: words }), `k: ${words}\n`);
		assert.equal(print({ k: words }, 'json-patch'), `k: ${'word '.repeat(16).trim()}\n  ${'word '.repeat(14).trim()}\n`);
	});

	it('prints bytes that are not UTF-8 with their tag, in lines of 70', () => {
		const binary = (text: string): ConfigValue => ({ k: { opaque: 'binary', text } });
		assert.equal(print(binary('/w==')), 'k: !!binary /w==\n');
		assert.equal(print(binary('/'.repeat(80))), `k: !!binary |\n    ${'/'.repeat(70)}\n    ${'/'.repeat(10)}\n`);
	});

	it('sorts keys of any kind as Go does', () => {
		const entries: readonly (readonly [ConfigValue, ConfigValue])[] = [
			['b', 1],
			[10, 2],
			[null, 3],
			['a10', 4],
			['a9', 5],
			[true, 6],
			[0.5, 7],
		];
		assert.equal(print({ opaque: 'map', entries }), '0.5: 7\ntrue: 6\n10: 2\nnull: 3\na9: 5\na10: 4\nb: 1\n');
	});

	it('is read back as it was', () => {
		for (const profile of ['config', 'json-patch'] as const) {
			fc.assert(
				fc.property(anyValue, (value) => {
					const text = print(value, profile);
					assert.deepEqual(valueOfText(text), normal(value), text);
					assert.equal(print(valueOfText(text), profile), text);
				}),
				{ numRuns: 1_000 },
			);
		}
	});
});

function print(value: ConfigValue, profile: EmitProfile = 'config'): string {
	return emit(outputOf(value, profile), profile);
}

/** Texts but those that upstream's emitters print wrongly: blocks that begin with white space. */
const text = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				' ',
				': ',
				' #',
				'- ',
				'\n',
				'\t',
				"'",
				'"',
				'{',
				'}',
				'[',
				',',
				'?',
				'!',
				'&',
				'*',
				'|',
				'%',
				'1',
				'true',
				'~',
				'<<',
				'é',
				'😀',
				'\u2028',
			),
			fc.string({ maxLength: 4 }),
		),
		{
			maxLength: 8,
		},
	)
	.map((parts) => parts.join(''))
	.filter((joined) => !/^[\s]/.test(joined) || !joined.includes('\n'));

const anyValue = fc.letrec<{ value: ConfigValue }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		text,
		fc.constantFrom<ConfigValue>(null, true, false, 0, -7, 1e15, 2n ** 63n, 0.1, -2.5e-9, { opaque: 'float', text: '1e+06' }),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: false }).map((map) => Object.assign(Object.create(null), map)),
	),
})).value;

function valueOfText(yaml: string): ConfigValue {
	const [document] = parseYaml(yaml).documents;
	assert.ok(document?.root !== undefined);
	return normal(readNode(document.root));
}

function readNode(node: YamlNode): ConfigValue {
	if (node.type === 'seq') return node.items.map(readNode);
	if (node.type === 'map')
		return Object.assign(
			Object.create(null),
			Object.fromEntries(node.pairs.map(({ key, value }) => [key.type === 'scalar' ? key.text : '', readNode(value)])),
		);
	const resolved = resolveScalar(node);
	return resolved.tag === 'float' && Number.isInteger(resolved.value)
		? { opaque: 'float', text: formatFloat(resolved.value) }
		: resolved.value;
}

/** Keys in one order. */
function normal(value: ConfigValue): ConfigValue {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(normal);
	const sorted = Object.entries(value)
		.map(([key, item]) => [key, normal(item as ConfigValue)] as const)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.assign(Object.create(Object.getPrototypeOf(value)), Object.fromEntries(sorted));
}

function valueOf(value: CaseValue): ConfigValue {
	if (typeof value !== 'object' || value === null) return value;
	if (isList(value)) return value.map(valueOf);
	if ('int' in value) return Number.isSafeInteger(Number(value.int)) ? Number(value.int) : BigInt(value.int);
	if ('float' in value) return Number.isInteger(Number(value.float)) ? { opaque: 'float', text: value.float } : Number(value.float);
	return Object.assign(Object.create(null), Object.fromEntries(value.map.map(([key, item]) => [key, valueOf(item)])));
}

function isList(value: CaseValue): value is readonly CaseValue[] {
	return Array.isArray(value);
}

function nodeOf({ k, v = '', restyled, flow, i = [], h, l, f }: CaseNode): OutputNode {
	const comments = {
		...(h === undefined ? {} : { head: h }),
		...(l === undefined ? {} : { line: l }),
		...(f === undefined ? {} : { foot: f }),
	};
	const style = flow === undefined ? {} : { flow };
	if (k === 'seq') return { ...outputSeq(i.map(nodeOf)), ...style, ...comments };
	if (k === 'scalar') return { ...outputString(v), kind: restyled ? 'restyled' : 'string', ...comments };
	const pairs = [];
	for (let at = 0; at < i.length; at += 2) {
		const [key, value] = i.slice(at, at + 2).map(nodeOf);
		assert.ok(key?.type === 'scalar' && value !== undefined);
		pairs.push({ key: key satisfies OutputScalar, value });
	}
	return { ...outputMap([]), pairs, ...style, ...comments };
}
