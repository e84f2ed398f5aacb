import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeNetworkConfig } from './kube-network-config.ts';

const judge = rulesOf(kubeNetworkConfig);
const conflicts = conflictsOf(kubeNetworkConfig);

const network = { podSubnets: ['10.244.0.0/16'], serviceSubnets: ['10.96.0.0/12'] };

test('one network for pods and one for services, or two of each', () => {
	assert.deepEqual(judge(network).errors, []);
	assert.deepEqual(judge({ podSubnets: ['10.244.0.0/16', 'fd00:244::/56'], serviceSubnets: ['10.96.0.0/12', 'fd00:96::/112'] }).errors, []);
	assert.deepEqual(judge({}).errors, [
		'pod subnets: at least one subnet must be specified',
		'service subnets: at least one subnet must be specified',
	]);
	assert.deepEqual(judge({ ...network, podSubnets: ['10.244.0.0/16', '10.245.0.0/16'] }).errors, [
		'pod subnets: at most one IPv4 and one IPv6 subnet can be specified for dual-stack clusters',
		'the number of pod subnets must match the number of service subnets',
	]);
});

test('the networks of pods can be cut into pieces for nodes', () => {
	const pods = (subnet: string, mask = 0) => judge({ ...network, podSubnets: [subnet], nodeCIDRMaskSizeIPv4: mask }).errors;
	assert.deepEqual(pods('10.244.0.1/16'), ['pod subnets: invalid subnet: 10.244.0.1/16 is not a valid CIDR']);
	assert.deepEqual(pods('10.244.0.0/29'), ['pod subnets: invalid subnet: /29 is too small, it must be larger than /25']);
	assert.deepEqual(pods('10.244.0.0/25'), [
		'pod subnets: invalid subnet: 10.244.0.0/25 is smaller than the per-node pod CIDR mask size /24',
	]);
	assert.deepEqual(pods('8.0.0.0/7'), [
		'pod subnets: invalid subnet: 8.0.0.0/7 is too large for the per-node pod CIDR mask size /24, the difference must be at most 16 bits',
	]);
	assert.deepEqual(pods('10.244.0.0/16', 33), ['nodeCIDRMaskSizeIPv4 must be between 1 and 32']);
});

test('the networks of services are not too large', () => {
	assert.deepEqual(judge({ ...network, serviceSubnets: ['10.0.0.0/8'] }).errors, [
		'service subnets: invalid subnet: 10.0.0.0/8 is too large, it must be at least /12 (at most 20 host identifier bits)',
	]);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: {} }), []);
	assert.deepEqual(conflicts({}, { cluster: { network: {} } }), [
		'cluster network config is already set in the v1alpha1 config (.machine.cluster.network). ' +
			'Please remove it and use only the new KubeNetworkConfig document to avoid conflicts',
	]);
});
