import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemList } from '../../problems.ts';
import type { ClusterCNI } from './cluster-network.gen.ts';
import { checkCNI } from './cluster-network.ts';

function judge(cni: ClusterCNI | undefined) {
	const problems = new ProblemList();
	checkCNI(cni, problems);
	return { errors: problems.errors.map(({ message }) => message), warnings: problems.warnings.map(({ message }) => message) };
}

const flannel = { extraArgs: ['--x'], kubeNetworkPoliciesEnabled: true };

test('flannel has settings, and no manifests', () => {
	assert.deepEqual(judge(undefined).errors, []);
	assert.deepEqual(judge({ name: 'flannel', flannel }).errors, []);
	assert.deepEqual(judge({ name: 'flannel', urls: ['https://x'] }).errors, ['"urls" field should be empty for "flannel" CNI']);
});

test('no network has neither', () => {
	assert.deepEqual(judge({ name: 'none', urls: ['https://x'], flannel }).errors, [
		'"urls" field should be empty for "none" CNI',
		'"flanneldExtraArgs" field should be empty for "none" CNI',
		'"flannelKubeNetworkPoliciesEnabled" should not be enabled for "none" CNI',
	]);
});

test('another network comes from manifests', () => {
	assert.deepEqual(judge({ name: 'custom', urls: ['https://example.com/cni.yaml'] }), { errors: [], warnings: [] });
	assert.deepEqual(judge({ name: 'custom' }).warnings, ['"urls" field should not be empty for "custom" CNI']);
	assert.deepEqual(judge({ name: 'custom', urls: ['/cni.yaml'] }).errors, ['hostname must not be blank']);
});

test('there are no other networks', () => {
	assert.deepEqual(judge({ name: 'cilium' }).errors, ['cni name should be one of ["flannel", "custom", "none"]']);
	assert.deepEqual(judge({}).errors, ['cni name should be one of ["flannel", "custom", "none"]']);
});
