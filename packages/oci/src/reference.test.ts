import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OciError } from './errors.ts';
import { formatReference, parseReference } from './reference.ts';

test('a full reference is taken apart and put together again', () => {
	const digest = `sha256:${'0'.repeat(64)}`;
	for (const text of [
		'registry.k8s.io/etcd:v3.6.12',
		'localhost/a:b',
		'10.5.0.1:5000/x/y:1',
		`ghcr.io/siderolabs/installer:v1@${digest}`,
		`ghcr.io/a/b@${digest}`,
	]) {
		assert.equal(formatReference(parseReference(text)), text);
	}
	assert.deepEqual(parseReference('ghcr.io/a/b'), { registry: 'ghcr.io', repository: 'a/b', tag: 'latest' });
});

test('what is no full reference is refused', () => {
	for (const text of [
		'',
		'etcd',
		'etcd:v1',
		'ghcr.io/UPPER:v1',
		'ghcr.io/a:',
		'ghcr.io/../etc:v1',
		'ghcr.io/a@sha256:12',
		'ghcr.io/a b:v1',
	]) {
		assert.throws(() => parseReference(text), OciError, text);
	}
});
