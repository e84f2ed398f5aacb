import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf } from '../../../../test/rules.ts';
import { kubeCoreDNSConfig } from './kube-core-dns-config.ts';

const conflicts = conflictsOf(kubeCoreDNSConfig);

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: {} }), []);
	assert.deepEqual(conflicts({}, { cluster: { coreDNS: {} } }), ['CoreDNS config is already set in v1alpha1 config (.cluster.coreDNS)']);
});
