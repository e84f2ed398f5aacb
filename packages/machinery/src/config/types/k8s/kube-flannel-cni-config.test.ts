import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeFlannelCNIConfig } from './kube-flannel-cni-config.ts';

const judge = rulesOf(kubeFlannelCNIConfig);
const conflicts = conflictsOf(kubeFlannelCNIConfig);

test('flannel has a backend and known resources', () => {
	assert.deepEqual(judge({ backendType: 'vxlan' }).errors, []);
	assert.deepEqual(judge({ resources: { limits: { gpu: 1 } } }).errors, [
		'flannel backend type must be specified',
		'unsupported pod resource "gpu"',
	]);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: {} }), []);
	assert.deepEqual(conflicts({}, { cluster: { network: {} } }), [
		"cluster network config in v1alpha1 config (.machine.cluster.network) can't be used with KubeFlannelCNIConfig document, " +
			'please remove it to avoid conflicts',
	]);
});
