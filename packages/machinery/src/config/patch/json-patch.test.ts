import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { ConfigError } from '../errors.ts';
import { applyPatches } from './apply-patches.ts';
import { parsePatch } from './load-patches.ts';

function patched(text: string, operations: readonly object[] | string): string {
	const patch = typeof operations === 'string' ? operations : JSON.stringify(operations);
	return String(applyPatches(text, [parsePatch(patch)]).text);
}

describe('operations of RFC 6902', () => {
	const cases: readonly (readonly [before: string, operation: object, after: string])[] = [
		['a: 1\n', { op: 'add', path: '/b', value: { d: 1, c: [true, null] } }, 'a: 1\nb:\n  c:\n  - true\n  - null\n  d: 1\n'],
		['a: [1, 2]\n', { op: 'add', path: '/a/1', value: 'x' }, 'a:\n- 1\n- x\n- 2\n'],
		['a: [1, 2]\n', { op: 'add', path: '/a/-', value: 'x' }, 'a:\n- 1\n- 2\n- x\n'],
		['a: [1, 2, 3]\n', { op: 'remove', path: '/a/-1' }, 'a:\n- 1\n- 2\n'],
		['a: {b~/c: 1, d: 2}\n', { op: 'remove', path: '/a/b~0~1c' }, 'a:\n  d: 2\n'],
		['a: 1\n', { op: 'replace', path: '/a', value: '1' }, 'a: "1"\n'],
		['a: {b: 1}\nc: {}\n', { op: 'move', from: '/a/b', path: '/c/d' }, 'a: {}\nc:\n  d: 1\n'],
		['a: {b: 1}\n', { op: 'copy', from: '/a', path: '/c' }, 'a:\n  b: 1\nc:\n  b: 1\n'],
		['a: {b: [1]}\n', { op: 'test', path: '/a', value: { b: [1] } }, 'a:\n  b:\n  - 1\n'],
		['a: 1\n', { op: 'replace', path: '', value: { z: 1 } }, 'z: 1\n'],
	];
	for (const [before, operation, after] of cases) {
		it(JSON.stringify(operation), () => assert.equal(patched(before, [operation]), after));
	}
});

describe('what does not apply is refused in upstream\u2019s words', () => {
	const cases: readonly (readonly [operation: object, message: string])[] = [
		[{ op: 'remove', path: '/b' }, 'Unable to remove nonexistent key: b: missing value'],
		[{ op: 'add', path: '/b/c', value: 1 }, 'add operation does not apply: doc is missing path: "/b/c": missing value'],
		[{ op: 'replace', path: '/b/c', value: 1 }, 'replace operation does not apply: doc is missing path: /b/c: missing value'],
		[{ op: 'move', from: '/b/c', path: '/d' }, 'move operation does not apply: doc is missing from path: /b/c: missing value'],
		[{ op: 'test', path: '/a', value: 2 }, 'testing value /a failed: test failed'],
		[{ op: 'nothing', path: '/a' }, 'Unexpected kind: nothing'],
		[{ op: 'add', value: 1 }, 'add operation failed to decode path: missing value'],
	];
	for (const [operation, message] of cases) {
		it(message, () => {
			const expected = { name: ConfigError.name, message: `failure applying rfc6902 patches to talos machine config: ${message}` };
			assert.throws(() => patched('a: 1\n', [operation]), expected);
		});
	}
	it('several documents', () => {
		assert.throws(() => patched('a: 1\n---\nb: 2\n', []), {
			message: 'JSON6902 patches are not supported for multi-document machine configuration',
		});
	});
});

test('the result is printed as ghodss/yaml prints it', () => {
	const text = 'z: 1\na: yes\nb: "yes"\nc: 1e3\nd: 0x1F\ne: 2020-01-01\nf: ~\ng: "1"\nh: |\n  a\n  b\ni: 1.50\nj: {}\nk: []\n';
	assert.equal(
		patched(text, []),
		'a: true\nb: "yes"\nc: 1000\nd: 31\ne: "2020-01-01"\nf: null\ng: "1"\nh: |\n  a\n  b\ni: 1.5\nj: {}\nk: []\nz: 1\n',
	);
});

describe('hostile patches are refused, and soon', () => {
	const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
	const patches: Readonly<Record<string, string>> = {
		'deep values': `[{"op": "add", "path": "/b", "value": ${nest(100_000)}}]`,
		'a document doubled again and again': JSON.stringify(
			Array.from({ length: 64 }, (_, index) => ({ op: 'copy', from: '/a', path: `/a/k${index}` })),
		),
		'a document moved deeper and deeper': JSON.stringify(
			Array.from({ length: 40 }, () => [
				{ op: 'add', path: '/b', value: JSON.parse('{"x":'.repeat(200) + '{}' + '}'.repeat(200)) as unknown },
				{ op: 'move', from: '/a', path: `/b${'/x'.repeat(200)}/y` },
				{ op: 'move', from: '/b', path: '/a' },
			]).flat(),
		),
	};
	for (const [name, patch] of Object.entries(patches)) it(name, () => assert.throws(() => patched('a: {}\n', patch), ConfigError));
});

test('keys that objects have are keys', () => {
	assert.equal(patched('a: {__proto__: 1}\n', [{ op: 'add', path: '/constructor', value: 1 }]), 'a:\n  __proto__: 1\nconstructor: 1\n');
	assert.throws(() => patched('a: {}\n', [{ op: 'remove', path: '/a/__proto__' }]), ConfigError);
});
