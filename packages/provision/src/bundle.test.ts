import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nodeBundle } from './bundle.ts';
import type { ClusterDescription, NodeDescription } from './cluster.ts';

const node: NodeDescription = { name: 'cp-1', address: '10.5.0.2', controlPlane: true };
const cluster: ClusterDescription = {
	name: 'homelab',
	network: { cidr: '10.5.0.0/24', gateway: '10.5.0.1', mtu: 1500 },
	nodes: [node],
	rootFileSystem: '/cache/rootfs',
	endpoint: 'https://10.5.0.2:6443',
	imageLayouts: [],
	runtime: 'runc',
};

describe('the bundle of a node', () => {
	test('has a root that nobody writes to, and the volumes over it', () => {
		const { root, mounts } = bundle();
		assert.deepEqual(root, { path: '/cache/rootfs', readonly: true });
		const destinations = mounts.map(({ destination }) => destination);
		assert.equal(new Set(destinations).size, destinations.length);
		assert.deepEqual(
			mounts.find(({ destination }) => destination === '/var'),
			{ destination: '/var', type: 'bind', source: '/host/ephemeral', options: ['rbind', 'rw'] },
		);
		assert.ok(destinations.indexOf('/system') < destinations.indexOf('/system/state'), 'what is mounted over a folder comes after it');
		assert.ok(destinations.indexOf('/run') < destinations.indexOf('/run/file'));
	});

	test('has a boot id of its own where the kernel shows one', () => {
		const [hook] = bundle().hooks.createContainer;
		assert.deepEqual(hook?.args, ['mount', '--bind', '/host/boot-id', '/cache/rootfs/proc/sys/kernel/random/boot_id']);
	});

	test('gives the capabilities that it is told, and no others', () => {
		const { process } = bundle();
		for (const set of Object.values(process.capabilities)) assert.deepEqual(set, ['CAP_SYS_ADMIN']);
	});

	test('has namespaces of its own but for users, and the network that was made for it', () => {
		assert.deepEqual(bundle().linux.namespaces, [
			{ type: 'pid' },
			{ type: 'ipc' },
			{ type: 'uts' },
			{ type: 'mount' },
			{ type: 'cgroup' },
			{ type: 'network', path: '/home/nodes/x/network' },
		]);
	});

	test('carries a configuration in base64, or none', () => {
		assert.ok(!bundle().process.env.some((line) => line.startsWith('USERDATA=')));
		const { env } = bundle({ ...node, configuration: 'version: v1alpha1\n' }).process;
		assert.ok(env.includes('USERDATA=dmVyc2lvbjogdjFhbHBoYTEK'));
		assert.ok(env.includes('PLATFORM=container'));
	});
});

interface Bundle {
	readonly root: object;
	readonly process: { readonly env: readonly string[]; readonly capabilities: Readonly<Record<string, readonly string[]>> };
	readonly mounts: readonly { readonly destination: string }[];
	readonly hooks: { readonly createContainer: readonly { readonly args: readonly string[] }[] };
	readonly linux: { readonly namespaces: readonly object[] };
}

function bundle(description = node): Bundle {
	const places = {
		networkNamespace: '/home/nodes/x/network',
		cgroup: '/ichor-x/cp-1',
		volumes: { '/system/state': '/host/state', '/var': '/host/ephemeral' },
		files: { '/run/file': '/host/file' },
		bootId: '/host/boot-id',
	};
	return nodeBundle(cluster, description, places, ['CAP_SYS_ADMIN']) as Bundle;
}
