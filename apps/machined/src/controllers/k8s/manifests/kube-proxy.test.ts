import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BootstrapManifestsConfig, type BootstrapManifestsConfigSpec } from '@ichor/machinery/resources';
import { kubeProxy } from './kube-proxy.ts';

const config: BootstrapManifestsConfigSpec = { ...BootstrapManifestsConfig.codec.decode(new Uint8Array()), proxyArgs: ['--v=2'] };
const configured: BootstrapManifestsConfigSpec = {
	...config,
	proxyConfig: { mode: 'nftables' },
	proxyConfigChecksum: '0123456789abcdef0123456789abcdef',
	proxyResources: { requests: { cpu: '', memory: '64Mi' }, limits: { memory: '100M' } },
};

describe('kube-proxy', () => {
	test('has no file and asks for nothing where it is configured by arguments', () => {
		assert.ok(!kubeProxy(config).some(({ kind }) => kind === 'ConfigMap'));
		const { containers, volumes } = podOf(config);
		assert.deepEqual([containers[0].command, containers[0].resources], [['/usr/local/bin/kube-proxy', '--v=2'], undefined]);
		assert.ok(!volumes.some(({ name }) => name === 'config'));
	});

	test('has its file under a name of its own, and its resources', () => {
		const [map] = kubeProxy(configured) as unknown as readonly [{ readonly metadata: { readonly name: string }; readonly data: object }];
		assert.deepEqual([map.metadata.name, map.data], ['kube-proxy-config-0123456789abcdef', { 'config.conf': 'mode: nftables\n' }]);
		const { containers, volumes } = podOf(configured);
		assert.deepEqual(volumes.at(-1), { name: 'config', configMap: { name: map.metadata.name } });
		const [{ volumeMounts, resources, env }] = containers;
		assert.deepEqual(volumeMounts.at(-1), { name: 'config', mountPath: '/var/lib/kube-proxy', readOnly: true });
		assert.deepEqual(resources, { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '100M' } });
		assert.deepEqual(env.at(-1), { name: 'GOMEMLIMIT', value: '95000000' });
	});
});

interface Container {
	readonly command: readonly string[];
	readonly env: readonly object[];
	readonly volumeMounts: readonly object[];
	readonly resources?: object;
}

interface PodSpec {
	readonly containers: readonly [Container];
	readonly volumes: readonly { readonly name: string }[];
}

function podOf(spec: BootstrapManifestsConfigSpec): PodSpec {
	const set = kubeProxy(spec).find(({ kind }) => kind === 'DaemonSet') as unknown as {
		readonly spec: { readonly template: { readonly spec: PodSpec } };
	};
	return set.spec.template.spec;
}
