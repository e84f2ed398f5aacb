import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { kubeSpan } from './kube-span.ts';

const defaults = {
	enabled: false,
	advertiseKubernetesNetworks: false,
	forceRouting: true,
	harvestExtraEndpoints: false,
	mtu: 1420,
	endpointFilters: [],
	excludedNetworks: [],
};

test('the mesh has defaults', () => {
	assert.deepEqual(kubeSpan(configOf({ KubeSpanConfig: {} })), defaults);
	assert.deepEqual(kubeSpan(configOf({ v1alpha1: { machine: { network: { kubespan: { mtu: 0 } } } } })), defaults);
	assert.equal(kubeSpan(configOf({ v1alpha1: { machine: { network: {} } } })), undefined);
});

test('the document decides', () => {
	const legacy = { machine: { network: { kubespan: { enabled: true, mtu: 1300 } } } };
	const document = { allowDownPeerBypass: true, filters: { endpoints: ['10.0.0.0/8'], excludeAdvertisedNetworks: ['fd00::/8'] } };
	assert.deepEqual(kubeSpan(configOf({ v1alpha1: legacy, KubeSpanConfig: document })), {
		...defaults,
		forceRouting: false,
		endpointFilters: ['10.0.0.0/8'],
		excludedNetworks: ['fd00::/8'],
	});
});
