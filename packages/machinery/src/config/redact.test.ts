import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDocument, textOf } from '../../test/arbitrary-config.ts';
import { encodeConfig } from './encode.ts';
import { ConfigError } from './errors.ts';
import { loadConfig } from './load.ts';
import { redactConfig } from './redact.ts';
import type { StructSchema, TypeSchema } from './schema/schema.ts';
import { documentKinds } from './types/index.ts';

function redacted(text: string, replacement?: string): string {
	return encodeConfig(redactConfig(loadConfig(text), replacement));
}

test('secrets are replaced, and nothing else', () => {
	assert.equal(
		redacted('machine: {type: worker, token: abc, ca: {crt: QUJD, key: QUJD}}\ncluster: {secret: s, id: i}\n'),
		"version: \"\"\nmachine:\n    type: worker\n    token: '******'\n    ca:\n        crt: QUJD\n        key: '******'\n    certSANs: []\ncluster:\n    id: i\n    secret: '******'\n    controlPlane: null\n".replace(
			'    controlPlane: null\n',
			'',
		),
	);
});

test('a key in base64 holds another replacement in base64', () => {
	assert.match(redacted('machine: {ca: {crt: QUJD, key: QUJD}}\n', 'REDACTED'), /key: UkVEQUNURUQ=\n/);
});

test('empty secrets stay empty', () => {
	assert.match(redacted('machine: {token: "", ca: {crt: QUJD}}\n'), /token: ""\n {4}ca:\n {8}crt: QUJD\n {8}key: ""\n/);
});

test('the token in a URL is one', () => {
	const text = 'apiVersion: v1alpha1\nkind: SideroLinkConfig\napiUrl: https://a/?jointoken=secret&user=b\n';
	assert.match(redacted(text, 'X'), /apiUrl: https:\/\/a\/\?jointoken=X&user=b\n/);
});

test('an unknown document is passed on', () => {
	const config = loadConfig('apiVersion: v2\nkind: Later\ntoken: a\n', { allowUnknown: true });
	assert.match(encodeConfig(redactConfig(config)), /token: a\n/);
});

describe('no secret of any kind is left', () => {
	const planted = 'cGxhbnRlZA==';
	for (const kind of documentKinds.filter(({ schema }) => hasSecrets(schema))) {
		it(kind.kind, () => {
			fc.assert(
				fc.property(arbitraryDocument(kind, { density: 0.7 }), (document) => {
					const text = textOf([plant(document as Tree, kind.schema)]);
					let config: ReturnType<typeof loadConfig>;
					try {
						config = loadConfig(text);
					} catch (error) {
						assert.ok(error instanceof ConfigError, String(error));
						return;
					}
					const result = encodeConfig(redactConfig(config));
					assert.doesNotMatch(result, new RegExp(planted));
					assert.equal(encodeConfig(redactConfig(loadConfig(text))), result);
				}),
				{ numRuns: 20 },
			);
		});
	}

	type Tree = { readonly [key: string]: Tree } | readonly Tree[] | string;

	/** The document with the same secret wherever its schema has one. */
	function plant(tree: Tree, schema: StructSchema): Tree {
		const entries = Object.entries(tree).map(([key, value]): [string, Tree] => {
			const field = schema.fields.find(({ name }) => name === key);
			return [key, field === undefined ? value : field.secret === true ? planted : plantIn(value, field.type)];
		});
		return Object.fromEntries(entries);
	}

	function plantIn(value: Tree, type: TypeSchema): Tree {
		if (typeof value !== 'object' || value === null) return value;
		if (type.of === 'struct') return plant(value, type.struct);
		if (type.of === 'list' && Array.isArray(value)) return value.map((item: Tree) => plantIn(item, type.item));
		if (type.of !== 'map') return value;
		return Object.assign(
			Object.create(null),
			Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plantIn(item, type.value)])),
		);
	}
});

function hasSecrets(schema: StructSchema): boolean {
	return schema.fields.some(
		({ secret, type }) => secret === true || (structIn(type) !== undefined && hasSecrets(structIn(type) as StructSchema)),
	);
}

function structIn(type: TypeSchema): StructSchema | undefined {
	if (type.of === 'struct') return type.struct;
	return type.of === 'list' ? structIn(type.item) : type.of === 'map' ? structIn(type.value) : undefined;
}
