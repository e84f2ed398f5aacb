import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeSpanConfig } from './kube-span-config.ts';

const judge = rulesOf(kubeSpanConfig);

test('the mesh carries IPv6', () => {
	assert.deepEqual(judge({ enabled: true, mtu: 1280 }).errors, []);
	assert.deepEqual(judge({ mtu: 1279 }).errors, ['kubespan link MTU must be at least 1280']);
});

test('endpoints are filtered by networks and addresses', () => {
	const filters = { endpoints: ['0.0.0.0/0', '!192.168.0.0/16', '!fe80::1', '!!10.0.0.1', 'here'] };
	assert.deepEqual(judge({ filters }).errors, [
		'KubeSpan endpoint filter is not valid: "!10.0.0.1"',
		'KubeSpan endpoint filter is not valid: "here"',
	]);
});

test('the root document configures no mesh', () => {
	const conflicts = conflictsOf(kubeSpanConfig);
	assert.deepEqual(conflicts({}, { machine: { network: {} } }), []);
	assert.deepEqual(conflicts({}, { machine: { network: { kubespan: {} } } }), [
		'kubespan is already configured in v1alpha1 machine.network.kubespan',
	]);
});
