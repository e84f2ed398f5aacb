import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ConfigError } from '../config/errors.ts';
import type { SourceText, YamlNode } from './node.ts';
import { parseYaml } from './parse.ts';
import { ResolveRefusal, resolveScalar } from './resolve.ts';

interface ParseCase {
	readonly text: string;
	readonly error?: string;
	readonly documents?: readonly unknown[];
}

const { cases }: { readonly cases: readonly ParseCase[] } = JSON.parse(
	readFileSync(new URL('testdata/go-yaml-parse.json', import.meta.url), 'utf8'),
);

describe('parseYaml', () => {
	it('makes of every text what go-yaml makes of it, errors and places included', () => {
		for (const { text, error, documents } of cases) {
			if (error === undefined) assert.deepEqual(documentsOf(text), documents, JSON.stringify(text));
			else assert.equal(refusal(text).message, error, JSON.stringify(text));
		}
		assert.ok(cases.length > 400);
	});

	it('says where: source, line and column', () => {
		assert.deepEqual(refusal('a: 1\nb: [\n  c\n', { name: 'worker.yaml' }).places, [
			{ source: 'worker.yaml', line: 4, column: 1, message: "did not find expected ',' or ']'" },
		]);
		assert.deepEqual(refusal('a: "😀" b').places[0], { source: 'input', line: 1, column: 8, message: 'did not find expected key' });
	});

	it('names every duplicate key, but for those inside of one', () => {
		const { code, places } = refusal('b: {a: 1, b: 2, a: {e: 1, e: 2}}\nc: {d: 1, d: 2, d: 3}\n');
		assert.equal(code, 'syntax');
		assert.deepEqual(
			places.map(({ line, column, message }) => [line, column, message]),
			[
				[1, 17, 'mapping key "a" already defined at line 1'],
				[2, 11, 'mapping key "d" already defined at line 2'],
				[2, 17, 'mapping key "d" already defined at line 2'],
				[2, 17, 'mapping key "d" already defined at line 2'],
			],
		);
	});

	it('marks what stands where an alias was written', () => {
		const [document] = parseYaml('base: &b {x: 1}\nuse: *b\n').documents;
		assert.ok(document?.root?.type === 'map');
		const [base, use] = document.root.pairs.map(({ value }) => value);
		assert.equal(base?.alias, undefined);
		assert.deepEqual(use?.alias, { name: 'b', at: 21 });
		assert.ok(base?.type === 'map' && use?.type === 'map');
		assert.equal(use.pairs, base.pairs);
	});
});

describe('encodings', () => {
	const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
		const bytes = new Uint8Array(2 + text.length * 2);
		const view = new DataView(bytes.buffer);
		view.setUint16(0, 0xfeff, !bigEndian);
		for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), !bigEndian);
		return bytes;
	};

	it('reads UTF-8 and UTF-16, and drops the byte order mark', () => {
		const expected = documentsOf('ä: 😀\n');
		for (const input of [new TextEncoder().encode('\uFEFFä: 😀\n'), utf16('ä: 😀\n', true), utf16('ä: 😀\n', false), '\uFEFFä: 😀\n']) {
			assert.deepEqual(documentsOf(input), expected);
		}
	});

	it('refuses bytes that are not in their encoding, and says where', () => {
		const broken: readonly [bytes: number[], message: string][] = [
			[[0x61, 0x3a, 0x0a, 0xea], 'incomplete UTF-8 octet sequence'],
			[[0x61, 0x3a, 0x0a, 0xff], 'invalid leading UTF-8 octet (value: 255)'],
			[[0x61, 0x3a, 0x0a, 0xc3, 0x28], 'invalid trailing UTF-8 octet (value: 40)'],
			[[0x61, 0x3a, 0x0a, 0xc0, 0x80], 'invalid length of a UTF-8 sequence'],
			[[0x61, 0x3a, 0x0a, 0xed, 0xa0, 0x80], 'invalid Unicode character (value: 55296)'],
		];
		for (const [bytes, message] of broken) {
			const error = refusal(Uint8Array.from(bytes));
			assert.equal(error.message, `go-yaml load error in reader at <unknown position>: ${message}`);
			assert.deepEqual([error.places[0]?.line, error.places[0]?.column], [2, 1]);
		}
		assert.match(refusal(Uint8Array.from([0xff, 0xfe, 0x61])).message, /UTF-16/);
		assert.match(refusal('a: \uD800').message, /surrogate/);
	});

	it('refuses control characters, NUL among them', () => {
		for (const character of ['\0', '\x01', '\x1f', '\uFFFE']) {
			assert.match(refusal(`a: ${character}`).message, /control characters are not allowed/);
		}
		assert.deepEqual(documentsOf('"\\0\\x01"'), [['double', '\0\x01', '!!str', '1:1']]);
	});
});

describe('hostile input', () => {
	it('refuses nesting beyond the limit, in every way to nest', () => {
		const deep = 10_000;
		for (const text of ['['.repeat(deep), '{a: '.repeat(deep), '- '.repeat(deep), '? '.repeat(deep), indented(2_000), chain(2_000)]) {
			assert.match(refusal(text).message, /exceeded max depth of 256/);
		}
		assert.equal(parseYaml(`${'['.repeat(256)}${']'.repeat(256)}`).documents.length, 1);
		assert.match(refusal(`${'['.repeat(257)}${']'.repeat(257)}`).message, /max depth/);
	});

	it('refuses documents that are mostly aliases, before they are walked', () => {
		let bomb = 'l0: &l0 [x, x, x, x, x, x, x, x, x]\n';
		for (let level = 1; level < 9; level++)
			bomb += `l${level}: &l${level} [${Array(9)
				.fill(`*l${level - 1}`)
				.join(', ')}]\n`;
		assert.match(refusal(bomb).message, /exceeded max number of 200000 nodes/);
		assert.match(refusal(bomb, { limits: { nodes: Number.POSITIVE_INFINITY } }).message, /excessive aliasing/);
		assert.equal(parseYaml(`a: &a x\nb: [${'*a, '.repeat(500)}]`).documents.length, 1);
	});

	it('refuses too many nodes and documents, also those that wait in a flow collection', () => {
		const limits = { nodes: 1_000 };
		for (const text of ['k: v\n', '- x\n', '--- x\n', '---\n'].map((line) => line.repeat(1_001)).concat(`[${'a, '.repeat(100_000)}`)) {
			assert.match(refusal(text, { limits }).message, /exceeded max number of 1000 nodes/);
		}
	});

	it('refuses an input that is too large without looking at it', () => {
		assert.match(refusal(new Uint8Array(32 * 1024 * 1024)).message, /exceeds 16777216/);
	});

	it('reports few of many duplicate keys', () => {
		assert.equal(refusal(`{${'a: 1, '.repeat(10_000)}}`).places.length, 20);
	});

	it('keeps __proto__ a key', () => {
		const [document] = parseYaml('__proto__: {polluted: true}\nconstructor: x\n').documents;
		assert.ok(document?.root?.type === 'map');
		assert.deepEqual(
			document.root.pairs.map(({ key }) => key.type === 'scalar' && key.text),
			['__proto__', 'constructor'],
		);
		assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
	});

	it('throws nothing but ConfigError', () => {
		const pieces = [
			'- ',
			': ',
			'? ',
			'[',
			']',
			'{',
			'}',
			',',
			'&a ',
			'*a',
			'!t ',
			'!!str ',
			'"',
			"'",
			'|',
			'>',
			'\n',
			'\n  ',
			' ',
			'\t',
			'#',
			'a',
			'1',
			'%YAML 1.1\n',
			'---\n',
			'...\n',
			'<<',
			'\\',
			'\r',
			'\u2028',
		];
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }),
				(parts) => {
					try {
						parseYaml(parts.join(''));
					} catch (error) {
						assert.ok(error instanceof ConfigError && error.code === 'syntax', String(error));
					}
				},
			),
			{ numRuns: 2_000 },
		);
	});
});

function refusal(input: string | Uint8Array, options: Parameters<typeof parseYaml>[1] = {}): ConfigError {
	try {
		parseYaml(input, options);
	} catch (error) {
		assert.ok(error instanceof ConfigError, String(error));
		return error;
	}
	assert.fail('was accepted');
}

function documentsOf(input: string | Uint8Array): unknown[] {
	const { source, documents } = parseYaml(input);
	return documents.map(({ root }) => (root === undefined || isEmpty(root) ? null : outline(root, source)));
}

/** Nothing, or nothing but an anchor: testdata does not tell them apart. */
function isEmpty(root: YamlNode): boolean {
	return root.type === 'scalar' && root.text === '' && root.style === 'plain' && root.tag === undefined;
}

/** The form of the cases in testdata. */
function outline(node: YamlNode, source: SourceText): unknown {
	if (node.alias !== undefined) {
		const { alias, ...named } = node;
		return { alias: alias.name, node: outline(named, source) };
	}
	const { line, column } = source.position(node.at);
	const at = `${line}:${column}`;
	if (node.type === 'seq') return { seq: node.items.map((item) => outline(item, source)), at };
	if (node.type === 'map') return { map: node.pairs.map(({ key, value }) => [outline(key, source), outline(value, source)]), at };
	return [node.style, node.text, tagOf(node), at];
}

function tagOf(scalar: YamlNode & { type: 'scalar' }): string {
	if (scalar.tag !== undefined) return scalar.tag.replace('tag:yaml.org,2002:', '!!');
	try {
		return `!!${resolveScalar(scalar).tag}`;
	} catch (refused) {
		assert.ok(refused instanceof ResolveRefusal);
		return refused.message;
	}
}

function indented(levels: number): string {
	return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
}

/** Lists that hold each other through aliases: shallow as text, deep as a tree. */
function chain(levels: number): string {
	return Array.from({ length: levels }, (_, level) => (level === 0 ? '- &a0 [x]' : `- &a${level} [*a${level - 1}]`)).join('\n');
}
