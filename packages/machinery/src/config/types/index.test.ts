import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentKinds, findDocumentKind } from './index.ts';
import { kindFacts } from './kinds.gen.ts';

test('every kind of the model is registered once, as the model describes it', () => {
	const facts = kindFacts.map(({ kind, since, named, controlPlaneOnly, schema }) => ({ kind, since, named, controlPlaneOnly, schema }));
	const registered = documentKinds.map(({ kind, since, named, controlPlaneOnly, schema }) => ({
		kind,
		since,
		named,
		controlPlaneOnly,
		schema,
	}));
	const byKind = (a: { readonly kind: string }, b: { readonly kind: string }) => (a.kind < b.kind ? -1 : 1);
	assert.deepEqual(registered.sort(byKind), facts.sort(byKind));
});

test('a kind is found by its name and by no other', () => {
	assert.equal(findDocumentKind('VolumeConfig')?.kind, 'VolumeConfig');
	for (const name of ['volumeconfig', '', '__proto__', 'constructor']) assert.equal(findDocumentKind(name), undefined);
});
