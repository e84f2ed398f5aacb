import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BootstrapManifestsConfig, type BootstrapManifestsConfigSpec } from '@ichor/machinery/resources';
import { flannel } from './flannel.ts';

const config: BootstrapManifestsConfigSpec = {
	...BootstrapManifestsConfig.codec.decode(new Uint8Array()),
	podCIDRs: ['10.244.0.0/16', 'fd00:10::/56'],
	flannelImage: 'flannel:v1',
};

describe('flannel', () => {
	test('carries pods over VXLAN where nothing is said', () => {
		assert.deepEqual(networkOf(config), {
			Network: '10.244.0.0/16',
			IPv6Network: 'fd00:10::/56',
			EnableIPv6: true,
			Backend: { Type: 'vxlan', Port: 4789 },
		});
		assert.deepEqual(containerOf(config).resources, { requests: { cpu: '100m', memory: '50Mi' } });
	});

	test('carries them as its document says, whose extra configuration has the last word', () => {
		const backend = (more: object) => networkOf({ ...config, ...more }).Backend;
		assert.deepEqual(backend({ flannelBackendType: 'vxlan' }), { Type: 'vxlan' }, 'the port is left to flannel');
		const told = { flannelBackendType: 'vxlan', flannelBackendPort: 8472, flannelBackendMTU: 1400 };
		assert.deepEqual(backend({ ...told, flannelBackendExtraConfig: { MTU: 1300, VNI: 7 } }), {
			Type: 'vxlan',
			Port: 8472,
			MTU: 1300,
			VNI: 7,
		});
	});

	test('has its resources, and collects garbage before it meets its limit', () => {
		const flannelResources = { requests: { cpu: '1', memory: '' }, limits: { memory: '100M' } };
		const { resources, env } = containerOf({ ...config, flannelResources });
		assert.deepEqual(resources, { requests: { cpu: '1', memory: '50Mi' }, limits: { memory: '100M' } });
		assert.deepEqual(env.at(-1), { name: 'GOMEMLIMIT', value: '95000000' });
	});
});

interface Container {
	readonly resources: object;
	readonly env: readonly object[];
}

function networkOf(spec: BootstrapManifestsConfigSpec): { readonly Backend: object } {
	const map = flannel(spec).find(({ kind }) => kind === 'ConfigMap') as unknown as { readonly data: Readonly<Record<string, string>> };
	return JSON.parse(map.data['net-conf.json'] ?? '');
}

function containerOf(spec: BootstrapManifestsConfigSpec): Container {
	const set = flannel(spec).find(({ kind }) => kind === 'DaemonSet') as unknown as {
		readonly spec: { readonly template: { readonly spec: { readonly containers: readonly [Container] } } };
	};
	return set.spec.template.spec.containers[0];
}
