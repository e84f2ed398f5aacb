import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterText } from './cluster-text.ts';

test("a local cluster is shown in upstream's tables", () => {
	const description = {
		name: 'lab',
		endpoint: 'https://10.5.0.2:6443',
		network: { cidr: '10.5.0.0/24', gateway: '10.5.0.1', mtu: 1500 },
		nodes: [
			{ name: 'lab-worker-1', address: '10.5.0.3', controlPlane: false },
			{ name: 'lab-controlplane-1', address: '10.5.0.2', controlPlane: true },
		],
		rootFileSystem: '/',
		imageLayouts: [],
		runtime: '/runc',
	};
	const lines = [
		'PROVISIONER           container',
		'NAME                  lab',
		'NETWORK NAME          ib0',
		'NETWORK CIDR          10.5.0.0/24',
		'NETWORK GATEWAY       10.5.0.1',
		'NETWORK MTU           1500',
		'KUBERNETES ENDPOINT   https://10.5.0.2:6443',
		'',
		'NODES:',
		'',
		'NAME                 TYPE           IP         CPU   RAM   DISK',
		'lab-controlplane-1   controlplane   10.5.0.2   -     -     -',
		'lab-worker-1         worker         10.5.0.3   -     -     -',
		'',
	];
	assert.equal(clusterText(description, 'ib0'), lines.join('\n'));
});
