import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeClusterConfig } from './kube-cluster-config.ts';

const judge = rulesOf(kubeClusterConfig);
const conflicts = conflictsOf(kubeClusterConfig);

test('a cluster has a name and an endpoint that can be reached', () => {
	assert.deepEqual(judge({ clusterName: 'test', endpoint: 'https://[2001:db8::1]:6443' }).errors, []);
	assert.deepEqual(judge({}).errors, ['clusterName must be specified', 'endpoint must be specified']);
	assert.deepEqual(judge({ clusterName: 'test', endpoint: 'https://:6443' }).errors, [
		'cluster endpoint is invalid: hostname must not be blank',
	]);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: { controlPlane: {} } }), []);
	assert.deepEqual(conflicts({}, { cluster: { clusterName: 'test' } }), [
		'cluster name is already set in the v1alpha1 config (.cluster.clusterName). ' +
			'Please remove it and use only the new KubeClusterConfig document to avoid conflicts',
	]);
	assert.deepEqual(conflicts({}, { cluster: { controlPlane: { endpoint: 'https://x' } } }), [
		'cluster endpoint is already set in the v1alpha1 config (.cluster.controlPlane.endpoint). ' +
			'Please remove it and use only the new KubeClusterConfig document to avoid conflicts',
	]);
});
