import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '../errors.ts';
import { applyPatches } from './apply-patches.ts';
import { loadPatches } from './load-patches.ts';

function patched(config: string, ...patches: string[]): string {
	const { text } = applyPatches(config, loadPatches(patches, assert.fail));
	return typeof text === 'string' ? text : new TextDecoder().decode(text);
}

const operation = '{"op": "add", "path": "/machine/type", "value": "worker"}';
const changed = 'machine:\n  type: worker\nversion: v1alpha1\n';
const base = 'version: v1alpha1\nmachine: {}\n';

test('of an RFC 6902 patch only the first YAML document counts, whatever stands behind it', () => {
	for (const rest of ['', ' x', ' ]', `\n[${operation}]`, '\n---\n[: {', '\n---\n a: b: c']) {
		assert.equal(patched(base, `[${operation}]${rest}`), changed, rest);
	}
	assert.equal(patched(base, '---\n---\n a: b: c'), 'machine: {}\nversion: v1alpha1\n');
	assert.throws(() => patched(base, `[${operation}`), ConfigError);
});

test('an RFC 6902 patch takes the last of duplicate keys, a strategic patch and a file refuse them', () => {
	const twice = 'version: v1alpha1\nmachine: {type: a}\nmachine: {install: {disk: a, disk: b}}\n';
	assert.equal(patched(twice, `[${operation}]`), 'machine:\n  install:\n    disk: b\n  type: worker\nversion: v1alpha1\n');
	assert.throws(() => patched(base, twice), {
		name: ConfigError.name,
		message: /line 3: mapping key "machine" already defined at line 2$/,
	});
	assert.throws(() => patched(twice, 'machine: {type: b}\n'), { name: ConfigError.name, message: /already defined/ });
});

test('what a marker deletes may have duplicate keys', () => {
	const config = 'version: v1alpha1\nmachine:\n    type: worker\n    kubelet:\n        image: a\n';
	for (const more of ['$patch: delete', 'image: x\n        image: y']) {
		assert.doesNotMatch(patched(config, `machine:\n    kubelet:\n        ${more}\n        $patch: delete\n`), /kubelet/, more);
	}
});

test('`!!bool yes` is true to RFC 6902, as to YAML 1.1', () => {
	assert.equal(patched('a: !!bool yes\nb: yes\nc: "yes"\n', '[]'), 'a: true\nb: true\nc: "yes"\n');
});

test('`...` before a document is nothing to a strategic patch, and refused by one of RFC 6902', () => {
	for (const head of ['', '# mine\n\n']) {
		assert.throws(() => patched(`${head}...\n${base}`, `[${operation}]`), {
			name: ConfigError.name,
			message: /did not find expected node content/,
		});
		assert.match(patched(`${head}...\n${base}`, 'machine: {type: worker}\n'), /type: worker/);
	}
});
