import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDocument, textOf } from '../../test/arbitrary-config.ts';
import { encodeConfig } from './encode.ts';
import { ConfigError } from './errors.ts';
import { loadConfig } from './load.ts';
import { documentKinds } from './types/index.ts';

describe('what was printed is read and printed the same', () => {
	for (const kind of documentKinds) {
		it(kind.kind, () => {
			fc.assert(
				fc.property(arbitraryDocument(kind, { density: 0.6 }), (document) => {
					const text = encoded(textOf([document]));
					// upstream's slip: a text that is no value of its type, as in `protocol: Protocol(0)`
					if (text !== undefined && !/: \w+\(0\)$/m.test(text)) assert.equal(encoded(text), text);
				}),
				{ numRuns: kind.kind === 'v1alpha1' ? 40 : 20 },
			);
		});
	}
});

test('fields stand in their order, empty ones only where upstream prints them', () => {
	assert.equal(
		encoded('cluster: {}\nmachine:\n  type: worker\n  sysctls: {}\n  kubelet: {extraMounts: []}\nversion: v1alpha1\n'),
		'version: v1alpha1\nmachine:\n    type: worker\n    token: ""\n    certSANs: []\n    kubelet: {}\ncluster: {}\n',
	);
	assert.equal(encoded('machine:\n'), 'version: ""\nmachine: null\ncluster: null\n');
	assert.equal(
		encoded('apiVersion: v1alpha1\nkind: KubeNodeConfig\nlabels: {b: "1", a10: x, a9: y}\n'),
		`apiVersion: v1alpha1\nkind: KubeNodeConfig\nnodeIP: {}\nlabels:\n    a9: 'y'\n    a10: x\n    b: "1"\n`,
	);
});

test('the root document comes first', () => {
	const text =
		'apiVersion: v1alpha1\nkind: OOMConfig\n---\nmachine: {type: worker}\n---\napiVersion: v1alpha1\nkind: HostnameConfig\nhostname: a\n';
	assert.deepEqual(
		loadConfig(text).documents.map(({ kind }) => kind),
		['v1alpha1', 'OOMConfig', 'HostnameConfig'],
	);
	assert.equal(encodeConfig(loadConfig(text)).split('---\n').length, 3);
});

test('a document of an unknown kind is carried as it is', () => {
	const text = 'apiVersion: v2\nkind: Later\nname: a\nspec:\n    __proto__: x\n    constructor: [1, 2.0, 1e3]\n    list: []\n';
	const config = loadConfig(text, { allowUnknown: true });
	assert.deepEqual(
		config.documents.map(({ apiVersion, kind, name, definition }) => [apiVersion, kind, name, definition]),
		[['v2', 'Later', 'a', undefined]],
	);
	assert.equal(
		encodeConfig(config),
		'apiVersion: v2\nkind: Later\nname: a\nspec:\n    __proto__: x\n    constructor:\n        - 1\n        - 2\n        - 1000\n    list: []\n',
	);
});

/** Undefined for what is refused. */
function encoded(text: string): string | undefined {
	try {
		return encodeConfig(loadConfig(text));
	} catch (error) {
		assert.ok(error instanceof ConfigError, String(error));
		return undefined;
	}
}
