import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { documentsOf, loadConfig } from '@ichor/machinery/config';
import { generateSecrets, type SecretsBundle } from '@ichor/machinery/secrets';
import { type Cluster, cluster } from './cluster.ts';
import type { ClusterDefinition } from './definition.ts';
import { localPatch } from './local-patch.ts';
import { nodes, role } from './nodes.ts';
import { type RenderedNode, type RenderOptions, render } from './render.ts';
import { subnet } from './subnet.ts';

const lan = subnet('10.5.0.0/24');
const definition: ClusterDefinition = {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	network: { lan, pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1', 'cp-2', 'cp-3'], (_name, index) => ({ address: lan.host(2 + index) })),
	workers: nodes(['w-1'], () => ({ address: lan.host(20) })),
	schedulableControlPlanes: true,
};

/** Words in the place of secrets: nothing here is looked into. */
const pair = (name: string) => ({ crt: `certificate of ${name}`, key: `key of ${name}` });
const secrets: SecretsBundle = {
	cluster: { id: 'aWQ=', secret: 'c2VjcmV0' },
	secrets: { bootstrapToken: 'abcdef.0123456789abcdef', secretboxEncryptionSecret: 'c2VjcmV0Ym94' },
	trustdInfo: { token: 'ghijkl.0123456789abcdef' },
	certs: { etcd: pair('etcd'), k8s: pair('k8s'), k8sAggregator: pair('aggregator'), k8sServiceAccount: pair('accounts'), os: pair('os') },
};

const options: RenderOptions = { secrets, mode: 'container' };

describe('rendering', () => {
	test('a control plane and a worker of the golden cluster', async () => {
		const rendered = renderLocally(homelab());
		for (const { node, config } of rendered.filter(({ node: { name } }) => name === 'cp-1' || name === 'w-1')) {
			await matchesGolden(`${node.name}.yaml`, config);
		}
	});

	test('of a contract that has documents for networks and discovery says it there', async () => {
		const [controlPlane, , , worker] = renderLocally(homelab({ talos: '1.14.0' }), await generateSecrets({ now: new Date() }));
		for (const { config } of [controlPlane, worker].filter((node) => node !== undefined)) {
			const loaded = loadConfig(config);
			const [network] = documentsOf(loaded, 'KubeNetworkConfig');
			assert.deepEqual([network?.value.podSubnets, network?.value.serviceSubnets], [['10.244.0.0/16'], ['10.96.0.0/12']]);
			assert.deepEqual(
				documentsOf(loaded, 'DiscoveryServiceConfig').map(({ value }) => value.endpoint),
				[new URL(local.discovery).href],
			);
		}
		assert.ok(controlPlane?.config.includes(local.etcdImage));
		assert.ok(!worker?.config.includes(local.etcdImage));
	});

	test('gives the same bytes every time, and what differs between nodes of a role is their name', () => {
		const [first, second] = [render(homelab(), options), render(homelab(), options)];
		assert.deepEqual(second, first);
		const [one, two] = first.map(({ config }) => config);
		assert.equal(two, one?.replace('hostname: cp-1', 'hostname: cp-2'));
	});

	test('the VIP is the endpoint, a name in certificates, and on control planes only', () => {
		const [controlPlane, , , worker] = render(homelab({ network: { lan, vip: lan.host(10), link: 'enp1s0' } }), options);
		const config = loadConfig(controlPlane?.config ?? '');
		assert.match(controlPlane?.config ?? '', /endpoint: https:\/\/10\.5\.0\.10:6443/);
		assert.match(controlPlane?.config ?? '', /certSANs:\n\s+- 10\.5\.0\.10/);
		assert.deepEqual(
			documentsOf(config, 'Layer2VIPConfig').map(({ name, value }) => [name, (value as { link?: string }).link]),
			[['10.5.0.10', 'enp1s0']],
		);
		assert.equal(documentsOf(loadConfig(worker?.config ?? ''), 'Layer2VIPConfig').length, 0);
		assert.match(worker?.config ?? '', /certSANs: \[\]/);
	});

	test('a patch goes to the nodes that it is for, after what is derived', () => {
		const yaml = 'machine:\n  sysctls:\n    vm.max_map_count: "262144"\n';
		const rendered = render(homelab({ patches: [{ when: role('worker'), yaml }] }), options);
		assert.deepEqual(
			rendered.filter(({ config }) => config.includes('vm.max_map_count')).map(({ node }) => node.name),
			['w-1'],
		);
	});

	test('a variable that nothing replaces is named, at each node that has it', () => {
		const yaml = 'machine:\n  certSANs: ["${ADDRESS}"]\n';
		const rendered = render(homelab({ patches: [{ when: role('worker'), yaml }] }), options);
		assert.deepEqual(
			rendered.flatMap(({ node, warnings }) => warnings.map((warning) => `${node.name}: ${warning}`)),
			['w-1: machine.certSANs.0: nothing replaces ${ADDRESS}, it is taken as it stands'],
		);
	});

	test('what a machine would refuse is refused here, by the name of the machine and without a secret', () => {
		const broken = homelab({
			patches: [{ yaml: 'cluster:\n  discovery:\n    registries:\n      service:\n        endpoint: "http://10.5.0.1/path"\n' }],
		});
		assert.throws(
			() => render(broken, options),
			({ code, message }: { code: string; message: string }) =>
				code === 'invalid' && message.startsWith('cp-1 ') && !message.includes('key of'),
		);
	});
});

const local = { registryMirror: 'http://10.5.0.1:5000', discovery: 'http://10.5.0.1:3000', etcdImage: 'registry.k8s.io/etcd:v3.6.16' };

function renderLocally(wanted: Cluster, own = secrets): readonly RenderedNode[] {
	const { contract } = wanted;
	return render(wanted, {
		...options,
		secrets: own,
		patches: [
			{ when: role('controlplane'), yaml: localPatch(local, { contract, controlPlane: true }) },
			{ when: role('worker'), yaml: localPatch(local, { contract, controlPlane: false }) },
		],
	});
}

function homelab(changes: Partial<ClusterDefinition> = {}): Cluster {
	return cluster('homelab', { ...definition, ...changes });
}

/** `UPDATE_GOLDENS=1` writes what came out. */
async function matchesGolden(name: string, actual: string): Promise<void> {
	const path = fileURLToPath(new URL(`testdata/${name}`, import.meta.url));
	if (process.env.UPDATE_GOLDENS === '1') await writeFile(path, actual);
	assert.equal(actual, await readFile(path, 'utf8'));
}
