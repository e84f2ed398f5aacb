import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeNodeConfig } from './kube-node-config.ts';

const judge = rulesOf(kubeNodeConfig);
const conflicts = conflictsOf(kubeNodeConfig);

test('labels, annotations and taints are ones of Kubernetes', () => {
	const valid = {
		labels: { 'example.com/rack': 'r1' },
		annotations: { note: 'any text' },
		taints: { gpu: 'yes:NoSchedule', old: 'NoExecute' },
	};
	assert.deepEqual(judge({ ...valid, nodeIP: { validSubnets: ['10.0.0.0/8', '!10.0.0.1'] } }).errors, []);
	const invalid = {
		nodeIP: { validSubnets: ['here'] },
		labels: { 'a/b/c': 'x', rack: '_' },
		annotations: { 'talos.dev/owned-labels': 'x' },
		taints: { gpu: 'Never', '/x': 'NoSchedule', old: '_:NoSchedule' },
	};
	assert.deepEqual(judge(invalid).errors, [
		'nodeIP subnet is not valid: "here"',
		'invalid node labels: 2 errors occurred:\n\t* invalid format: too many slashes: "a/b/c"\n\t* label value "_" is invalid\n\n',
		'invalid node annotations: 1 error occurred:\n\t* annotation "talos.dev/owned-labels" is reserved\n\n',
		'invalid node taints: 3 errors occurred:\n\t* prefix cannot be empty: "/x"\n\t* invalid taint effect: "Never"\n\t* label value "_" is invalid\n\n',
	]);
});

test('annotations have room, but not without end', () => {
	assert.deepEqual(judge({ annotations: { note: 'x'.repeat(256 * 1024 - 4) } }).errors, []);
	assert.deepEqual(judge({ annotations: { note: 'x'.repeat(256 * 1024 - 3) } }).errors, [
		'invalid node annotations: 1 error occurred:\n\t* total annotation size exceeds limit of 262144 bytes\n\n',
	]);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: {}, machine: { kubelet: {} } }), []);
	assert.deepEqual(conflicts({}, { cluster: { allowSchedulingOnMasters: false }, machine: { nodeLabels: {} } }), [
		'.cluster.allowSchedulingOnMasters is already set in v1alpha1 config',
	]);
	assert.deepEqual(conflicts({}, { machine: { nodeLabels: {}, kubelet: { nodeIP: {} } } }), [
		'.machine.kubelet.nodeIP is already set in v1alpha1 config',
	]);
	assert.deepEqual(conflicts({}, { machine: { nodeTaints: {} } }), ['.machine.nodeTaints is already set in v1alpha1 config']);
});
