import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalReference, pinnedReference } from './reference.ts';

test('a reference without a registry is one of docker.io', () => {
	assert.equal(normalReference('x/y:v1'), 'docker.io/x/y:v1');
	assert.equal(normalReference('alpine'), 'docker.io/library/alpine:latest');
	assert.equal(normalReference('registry.k8s.io/etcd:v3'), 'registry.k8s.io/etcd:v3');
	assert.equal(normalReference('10.5.0.1:5000/a'), '10.5.0.1:5000/a:latest');
	assert.equal(normalReference('localhost/a@sha256:00'), 'localhost/a@sha256:00');
});

test('a pinned reference has a digest and no tag', () => {
	assert.equal(pinnedReference('10.5.0.1:5000/a:v1', 'sha256:00'), '10.5.0.1:5000/a@sha256:00');
	assert.equal(pinnedReference('alpine', 'sha256:00'), 'docker.io/library/alpine@sha256:00');
	assert.equal(pinnedReference('a.b/c@sha256:11', 'sha256:00'), 'a.b/c@sha256:11');
});
