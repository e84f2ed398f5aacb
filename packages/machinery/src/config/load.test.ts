import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { ConfigError, type ConfigPlace } from './errors.ts';
import { loadConfig } from './load.ts';

function refusal(text: string | Uint8Array): ConfigError {
	try {
		loadConfig(text, { name: 'worker.yaml' });
	} catch (error) {
		assert.ok(error instanceof ConfigError, String(error));
		return error;
	}
	return assert.fail('was loaded');
}

function placesOf(text: string): readonly ConfigPlace[] {
	return refusal(text).places;
}

describe('what is refused, in the words of upstream', () => {
	const link = 'apiVersion: v1alpha1\nkind: LinkConfig\n';
	const refusals: readonly (readonly [text: string, code: string, message: string])[] = [
		['', 'decode', 'config not found'],
		['---\n# nothing\n---\n', 'decode', 'config not found'],
		['- a\n', 'decode', 'expected a YAML document at line 1'],
		[
			'a: [\n',
			'syntax',
			'decode error: go-yaml load error in parser (while parsing a flow node) at L2.C1: did not find expected node content',
		],
		['version: v1alpha1\n', 'decode', 'error decoding document /v1alpha1/ (line 1): missing kind'],
		['kind: LinkConfig\nname: a\n', 'decode', 'error decoding document /LinkConfig/a (line 1): missing apiVersion'],
		['apiVersion: v1\nkind: LinkConfig\n', 'decode', 'error decoding document v1/LinkConfig/ (line 1): "LinkConfig" "v1": not registered'],
		[
			'\n\napiVersion: v1alpha1\nkind: Link\n',
			'decode',
			'error decoding document v1alpha1/Link/ (line 3): "Link" "v1alpha1": not registered',
		],
		[
			`${link}mtu: big\n`,
			'decode',
			'error decoding document v1alpha1/LinkConfig/ (line 1): error decoding LinkConfig to *network.LinkConfigV1Alpha1: yaml: construct errors: line 3: cannot construct !!str `big` into uint32',
		],
		[
			`${link}up: 1\naddresses: 5\n`,
			'decode',
			'error decoding document v1alpha1/LinkConfig/ (line 1): error decoding LinkConfig to *network.LinkConfigV1Alpha1: yaml: construct errors: line 3: cannot construct !!int `1` into bool; line 4: cannot construct !!int `5` into []network.AddressConfig',
		],
		[
			`${link}mtu: 1\nmtu: 2\n`,
			'decode',
			'error decoding document v1alpha1/LinkConfig/ (line 1): error decoding LinkConfig to *network.LinkConfigV1Alpha1: yaml: construct errors: line 4: mapping key "mtu" already defined at line 3',
		],
		[
			`${link}mut: "1" # small\nadresses:\n- x: 1\n`,
			'decode',
			'error decoding document v1alpha1/LinkConfig/ (line 1): unknown keys found during decoding:\nadresses:\n    - x: 1\nmut: "1" # small\n',
		],
		[`${link}---\n${link}`, 'decode', 'duplicate document v1alpha1/LinkConfig/ is not allowed (line 4)'],
		['machine: {}\n---\nversion: v1alpha1\nkind:\ncluster: {}\n', 'decode', 'duplicate document /v1alpha1/ is not allowed (line 3)'],
		[
			`${link}name: a\n---\napiVersion: v1alpha1\nkind: BondConfig\nname: a\n`,
			'conflict',
			'conflicting documents: LinkConfig/a and BondConfig/a',
		],
	];
	for (const [text, code, message] of refusals) {
		it(JSON.stringify(text), () => {
			const error = refusal(text);
			assert.deepEqual([error.code, error.message], [code, message]);
		});
	}
});

test('what is wrong with a document comes before what is wrong with the text behind it', () => {
	assert.match(refusal('apiVersion: v1alpha1\nkind: Link\n---\na: [\n').message, /not registered/);
});

test('a refusal says where, and which key was meant', () => {
	assert.deepEqual(placesOf('machine:\n  typ: worker\n  network:\n    hostnam: a\n'), [
		{ source: 'worker.yaml', line: 2, column: 3, message: 'unknown key "typ"', hint: 'did you mean "type"?' },
		{ source: 'worker.yaml', line: 4, column: 5, message: 'unknown key "hostnam"', hint: 'did you mean "hostname"?' },
	]);
	assert.deepEqual(placesOf('apiVersion: v1alpha1\nkind: LinkConfg\n'), [
		{ source: 'worker.yaml', line: 2, column: 7, message: '"LinkConfg" "v1alpha1": not registered', hint: 'did you mean "LinkConfig"?' },
	]);
	assert.deepEqual(placesOf('machine:\n  sysctls: 5\n'), [
		{ source: 'worker.yaml', line: 2, column: 12, message: 'cannot construct !!int `5` into map[string]string' },
	]);
	assert.deepEqual(
		placesOf('machine: {}\n---\ncluster: {}\n').map(({ line }) => line),
		[3],
	);
	assert.deepEqual(
		placesOf('a: [\n').map(({ line, column }) => [line, column]),
		[[2, 1]],
	);
});

test('the words of the root document stand for its version', () => {
	for (const word of ['machine', 'cluster', 'debug', 'persist']) assert.equal(loadConfig(`${word}:\n`).documents[0]?.kind, 'v1alpha1');
});

test('a merge key brings its values, and is refused as a key that no document has', () => {
	const text = 'apiVersion: v1alpha1\nkind: KubeNodeConfig\nlabels: &a {x: "1"}\nannotations: {<<: *a, y: "2"}\n';
	assert.deepEqual({ ...Object(loadConfig(text).documents[0]?.value).annotations }, { x: '1', y: '2' });
	assert.match(refusal('machine:\n  kubelet: &a {image: x}\n  install: {<<: *a}\n').message, /unknown keys.*'<<': \*a/s);
});

describe('hostile text is refused, and soon', () => {
	const nested = (depth: number) => `machine: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}\n`;
	const laughs = [
		'a: &a [x, x]',
		...[...'bcdefghijklmnopqrst'].map((name, i) => `${name}: &${name} [*${'abcdefghijklmnopqrs'[i]}, *${'abcdefghijklmnopqrs'[i]}]`),
	].join('\n');
	const texts: Readonly<Record<string, string | Uint8Array>> = {
		'deep nesting': nested(100_000),
		'many aliases': `${laughs}\n`,
		'an alias to itself': 'machine: &a {b: *a}\n',
		'a null character': 'machine: {type: "a\u0000"}\n',
		'bytes that are no text': Uint8Array.of(0x61, 0x3a, 0x20, 0xff, 0xfe),
		'too large': new Uint8Array(33 * 1024 * 1024),
		'`__proto__` as a key': 'machine: {__proto__: {type: worker}}\n',
		'`constructor` as a key': 'machine: {constructor: 1}\n',
		'`constructor` as a value': 'apiVersion: v1alpha1\nkind: BondConfig\nbondMode: constructor\n',
	};
	for (const [name, text] of Object.entries(texts)) it(name, () => void refusal(text));
});

test('keys that objects have are keys', () => {
	const [document] = loadConfig('machine: {sysctls: {__proto__: a, constructor: b, toString: c}}\n').documents;
	const { sysctls } = Object(document?.value).machine;
	assert.deepEqual(Object.entries(sysctls), [
		['__proto__', 'a'],
		['constructor', 'b'],
		['toString', 'c'],
	]);
});
