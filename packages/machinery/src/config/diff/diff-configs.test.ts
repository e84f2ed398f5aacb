import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from '../load.ts';
import { configDiffText, diffConfigs } from './diff-configs.ts';

const before = loadConfig(
	'machine: {type: worker, token: first}\n---\napiVersion: v1alpha1\nkind: LinkConfig\nname: a\n---\napiVersion: v1alpha1\nkind: OOMConfig\n',
);
const after = loadConfig(
	'machine: {type: worker, token: second}\n---\napiVersion: v1alpha1\nkind: OOMConfig\n---\napiVersion: v1alpha1\nkind: LinkConfig\nname: b\nmtu: 5\n',
);

test('configurations differ by kind and name, and secrets are not shown', () => {
	assert.deepEqual(
		diffConfigs(before, after).map(({ kind, name, change, secretsDiffer }) => [kind, name, change, secretsDiffer]),
		[
			['v1alpha1', undefined, 'changed', true],
			['LinkConfig', 'a', 'removed', false],
			['LinkConfig', 'b', 'added', false],
		],
	);
	assert.doesNotMatch(
		diffConfigs(before, after)
			.map(({ text }) => text)
			.join(''),
		/first|second/,
	);
	assert.match(diffConfigs(before, after)[2]?.text ?? '', /\+mtu: 5\n/);
});

test('the diff of upstream is one of texts, with secrets and in their order', () => {
	assert.match(configDiffText(before, after), /^--- a\n\+\+\+ b\n.*-    token: first\n\+    token: second\n/s);
	assert.equal(configDiffText(undefined, undefined), '');
	assert.equal(configDiffText(before, before), '');
});
