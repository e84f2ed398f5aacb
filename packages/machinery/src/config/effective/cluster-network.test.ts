import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { clusterNetwork, flannel } from './cluster-network.ts';

const defaults = {
	dnsDomain: 'cluster.local',
	podSubnets: ['10.244.0.0/16'],
	serviceSubnets: ['10.96.0.0/12'],
	nodeMaskIPv4: 24,
	nodeMaskIPv6: 64,
};

test('the networks of the root document have defaults, those of the document do not', () => {
	assert.deepEqual(clusterNetwork(configOf({ v1alpha1: { cluster: { network: { podSubnets: [] } } } })), defaults);
	assert.deepEqual(clusterNetwork(configOf({ KubeNetworkConfig: { podSubnets: ['10.0.0.0/8'], nodeCIDRMaskSizeIPv4: 26 } })), {
		...defaults,
		podSubnets: ['10.0.0.0/8'],
		serviceSubnets: [],
		nodeMaskIPv4: 26,
	});
	assert.equal(clusterNetwork(configOf({ v1alpha1: { cluster: {} } })), undefined);
});

test('flannel runs by its document, or when the root document chooses it', () => {
	const chosen = (name?: string) => flannel(configOf({ v1alpha1: { cluster: { network: name === undefined ? {} : { cni: { name } } } } }));
	assert.deepEqual([chosen()?.backendType, chosen()?.backendPort], ['vxlan', 4789]);
	assert.equal(chosen('flannel')?.backendType, 'vxlan');
	assert.equal(chosen('none'), undefined);
	const document = flannel(configOf({ KubeFlannelCNIConfig: { backendType: 'wireguard', backendMTU: 1400 } }));
	assert.deepEqual([document?.backendType, document?.backendPort, document?.backendMTU], ['wireguard', undefined, 1400]);
	assert.equal(flannel(configOf({ KubeNetworkConfig: {} })), undefined);
});
