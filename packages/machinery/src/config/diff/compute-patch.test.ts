import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDocument, textOf } from '../../../test/arbitrary-config.ts';
import type { MachineConfig } from '../document.ts';
import { encodeDocument } from '../encode.ts';
import { ConfigError } from '../errors.ts';
import { loadConfig } from '../load.ts';
import { applyPatches } from '../patch/apply-patches.ts';
import { findDocumentKind } from '../types/index.ts';
import { computePatches } from './compute-patch.ts';

function texts(before: string, after: string): string[] {
	return computePatches(loadConfig(before), loadConfig(after)).map(({ text }) => text);
}

test('what is new or different is set, what is gone is deleted, lists are deleted and set', () => {
	assert.deepEqual(
		texts(
			'version: v1alpha1\nmachine: {type: worker, certSANs: [a], sysctls: {a: "1", b: "2"}}\n',
			'version: v1alpha1\nmachine: {type: worker, certSANs: [b], sysctls: {a: "2"}, token: t}\n',
		),
		[
			'machine:\n  certSANs:\n    $patch: delete\n  sysctls:\n    a: "2"\n    b:\n      $patch: delete\n  token: t\nversion: v1alpha1\n',
			'machine:\n  certSANs:\n    - b\nversion: v1alpha1\n',
		],
	);
	assert.deepEqual(texts('machine: {type: worker}\n', 'machine: {type: worker}\n'), []);
});

test('documents are added and deleted', () => {
	const link = (name: string) => `apiVersion: v1alpha1\nkind: LinkConfig\nname: ${name}\n`;
	assert.deepEqual(texts(link('a'), link('b')), [
		'$patch: delete\napiVersion: v1alpha1\nkind: LinkConfig\nname: a\n---\napiVersion: v1alpha1\nkind: LinkConfig\nname: b\n',
	]);
	assert.throws(() => texts('machine: {}\n', link('a')), {
		name: ConfigError.name,
		message: 'a patch cannot delete the v1alpha1 document',
	});
});

test('keys that objects have are keys', () => {
	const node = (labels: string) => `apiVersion: v1alpha1\nkind: KubeNodeConfig\nlabels: {${labels}}\n`;
	const [before, after] = [loadConfig(node('constructor: a, __proto__: b')), loadConfig(node('constructor: c, toString: d'))];
	assert.equal(applied(before, after), canonical(after));
});

test('the patches turn the one configuration into the other', () => {
	const kind = findDocumentKind('KubeNodeConfig');
	assert.ok(kind);
	const config = arbitraryDocument(kind, { density: 0.6 }).map((document) => textOf([document]));
	fc.assert(
		fc.property(config, config, (first, second) => {
			const [before, after] = [loaded(first), loaded(second)];
			// what becomes empty cannot be said
			if (before === undefined || after === undefined || /null|""|: \{\}|\[\]/.test(canonical(after))) return;
			assert.equal(applied(before, after), canonical(after));
		}),
		{ numRuns: 200 },
	);
});

function applied(before: MachineConfig, after: MachineConfig): string {
	const patches = computePatches(before, after).map(({ patch }) => patch);
	return canonical(applyPatches(before, patches).config ?? before);
}

function canonical({ documents }: MachineConfig): string {
	return documents.map((document) => encodeDocument(document)).join('---\n');
}

function loaded(text: string): MachineConfig | undefined {
	try {
		return loadConfig(text);
	} catch (error) {
		assert.ok(error instanceof ConfigError, String(error));
		return undefined;
	}
}
