import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '../errors.ts';
import { loadPatches, parsePatch } from './load-patches.ts';

const files: Readonly<Record<string, string>> = {
	'strategic.yaml': 'machine: {type: worker}\n',
	'json.json': '[{"op": "add", "path": "/a", "value": 1}]',
	'list.yaml': '- op: remove\n  path: /a\n',
	'dir/a b.yaml': 'cluster: {}\n',
};

function load(...args: string[]): string[] {
	const patches = loadPatches(args, (path) => files[path] ?? assert.fail(`no file ${path}`));
	return patches.map((patch) => `${patch.form} ${patch.name} ${patch.form === 'json' ? patch.operations.length : patch.steps.length}`);
}

test('an argument is a file when it looks like one, and a patch otherwise', () => {
	assert.deepEqual(load('strategic.yaml', '@dir/a b.yaml'), ['strategic strategic.yaml 1', 'strategic dir/a b.yaml 1']);
	assert.deepEqual(load('machine: {}', 'machine:\n', '{machine: {}}', '[]'), [
		'strategic patch 1',
		'strategic patch 1',
		'strategic patch 1',
		'json patch 0',
	]);
	assert.throws(() => load('machine:'), /no file machine:/);
});

test('patches of RFC 6902 that follow each other are one', () => {
	assert.deepEqual(load('@json.json', 'list.yaml', '[{"op":"test"}]', 'strategic.yaml', '@list.yaml'), [
		'json json.json 3',
		'strategic strategic.yaml 1',
		'json list.yaml 1',
	]);
});

test('what is no patch is refused', () => {
	const refusals: readonly (readonly [string, RegExp])[] = [
		['[{"op": "add"', /not a JSON patch/],
		['[1]', /each operation of a JSON patch is an object/],
		['kind: Nothing\napiVersion: v1alpha1\n', /"Nothing" "v1alpha1": not registered/],
		['machine: {typ: worker}\n', /unknown keys found during decoding:\nmachine:\n {4}typ: worker\n/],
		['just words\n', /expected a YAML document at line 1/],
	];
	for (const [text, message] of refusals) assert.throws(() => parsePatch(text), { name: ConfigError.name, message }, text);
});

test('a patch for a kind that is not known is read where that is allowed', () => {
	const text = 'apiVersion: v2\nkind: Later\nspec: {a: 1}\n';
	assert.throws(() => parsePatch(text), ConfigError);
	assert.equal(parsePatch(text, 'patch', { allowUnknown: true }).form, 'strategic');
});
