import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from '@ichor/machinery/config';
import { flannelSettings } from './flannel-settings.ts';

test('flannel has what its document says of it, and nothing where the root document configures it', () => {
	const config = loadConfig(`apiVersion: v1alpha1
kind: KubeFlannelCNIConfig
backendType: host-gw
backendMTU: 1400
backendExtraConfig: { DirectRouting: true }
resources: { requests: { cpu: 50m } }
`);
	assert.deepEqual(flannelSettings(config), {
		flannelBackendType: 'host-gw',
		flannelBackendMTU: 1400,
		flannelBackendExtraConfig: { DirectRouting: true },
		flannelResources: { requests: { cpu: '50m', memory: '' }, limits: {} },
	});
	assert.deepEqual(flannelSettings(loadConfig('version: v1alpha1\ncluster:\n  network: {}\n')), {});
});
