import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { type CheckedCluster, healthProgress } from '@ichor/client/health';
import { KubernetesClient } from '@ichor/kubernetes';
import { BootstrapManifestsConfig, StaticPodStatus } from '@ichor/machinery/resources';
import { background, withTimeout } from '@ichor/std';
import { kubernetesChecks } from './kubernetes-checks.ts';

/** What the API server answers by path. The client is the real one, over HTTP. */
let lists: Record<string, readonly object[]>;
const server = createServer(({ url = '' }, response) => {
	const items = lists[decodeURIComponent(url)];
	response.statusCode = items === undefined ? 404 : 200;
	response.end(JSON.stringify(items === undefined ? { message: 'nothing there' } : { items }));
});
let kubernetes: KubernetesClient;
const pod = (name: string, ready = true, more: object = {}) => ({
	metadata: { name },
	status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }], containerStatuses: [{ state: { running: {} } }], ...more },
});
const node = (name: string, address: string, more: object = {}) => ({
	metadata: { name, labels: { 'node-role.kubernetes.io/control-plane': '' } },
	status: { addresses: [{ type: 'InternalIP', address }], conditions: [{ type: 'Ready', status: 'True' }] },
	...more,
});
const podsOf = (label: string) => `/api/v1/namespaces/kube-system/pods?labelSelector=${label}`;
const healthy = () => ({
	'/api/v1/nodes': [node('cp-1', '10.5.0.2')],
	...Object.fromEntries(
		['kube-apiserver', 'kube-scheduler', 'kube-controller-manager'].map((name) => [podsOf(`k8s-app = ${name}`), [pod(`${name}-cp-1`)]]),
	),
	'/apis/apps/v1/namespaces/kube-system/daemonsets?labelSelector=k8s-app=kube-proxy': [{ status: { desiredNumberScheduled: 1 } }],
	[podsOf('k8s-app=kube-proxy')]: [pod('kube-proxy-1'), pod('gone', false, { phase: 'Failed' })],
	'/apis/apps/v1/namespaces/kube-system/deployments?labelSelector=k8s-app=kube-dns': [{ spec: { replicas: 2 } }],
	[podsOf('k8s-app=kube-dns')]: [pod('coredns-1'), pod('coredns-2')],
});

/** A machine with the static pods and the kind of network that a test says. */
function clusterOf(staticPods: readonly string[], cniName = 'flannel'): CheckedCluster {
	const services = {
		state: {
			async get() {
				const { codec } = BootstrapManifestsConfig;
				return { resource: { spec: { protoSpec: codec.encode({ ...codec.decode(new Uint8Array()), cniName }) } } };
			},
			async *list({ type }: { readonly type: string }) {
				assert.equal(type, StaticPodStatus.kind.type);
				for (const id of staticPods) yield { resource: { metadata: { id } } };
			},
		},
	};
	const machine = { address: '10.5.0.2', addresses: ['10.5.0.2', 'fd00::2'] };
	return { client: { ...services, node: () => services }, controlPlanes: [machine], workers: [] } as unknown as CheckedCluster;
}

const staticPods = ['kube-system/kube-apiserver-cp-1', 'kube-system/kube-controller-manager-cp-1', 'kube-system/kube-scheduler-cp-1'];

/** What is said until all is well, or until something is found wrong. */
async function said(cluster: CheckedCluster): Promise<readonly string[]> {
	const lines: string[] = [];
	const context = withTimeout(background, 20_000);
	for await (const line of healthProgress(
		context,
		cluster,
		kubernetesChecks(async () => kubernetes),
	)) {
		if (line.endsWith(': ...')) continue;
		lines.push(line);
		if (!/: (?:OK|SKIP)$/.test(line)) break;
	}
	return lines;
}

describe('the checks of Kubernetes', () => {
	before(async () => {
		await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
		kubernetes = new KubernetesClient({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authority: '' });
	});
	after(() => {
		kubernetes.close();
		server.close();
	});

	test('hold for a healthy cluster', async () => {
		lists = healthy();
		assert.deepEqual(await said(clusterOf(staticPods)), [
			'waiting for all k8s nodes to report: OK',
			'waiting for all control plane static pods to be running: OK',
			'waiting for all control plane components to be ready: OK',
			'waiting for all k8s nodes to report ready: OK',
			'waiting for kube-proxy to report ready: OK',
			'waiting for coredns to report ready: OK',
			'waiting for all k8s nodes to report schedulable: OK',
		]);
	});

	test('leave out what the cluster does without', async () => {
		lists = healthy();
		lists['/apis/apps/v1/namespaces/kube-system/daemonsets?labelSelector=k8s-app=kube-proxy'] = [];
		assert.deepEqual(
			(await said(clusterOf(staticPods, 'none'))).filter((line) => line.endsWith('SKIP')),
			[
				'waiting for all k8s nodes to report ready: SKIP',
				'waiting for kube-proxy to report ready: SKIP',
				'waiting for coredns to report ready: SKIP',
			],
		);
	});

	const faults: Readonly<Record<string, { readonly change: Record<string, readonly object[]>; readonly pods?: readonly string[] }>> = {
		'all k8s nodes to report: can\'t find expected node with IPs ["10.5.0.2" "fd00::2"]': { change: { '/api/v1/nodes': [] } },
		'all k8s nodes to report: unexpected nodes with IPs ["10.5.0.9"]': {
			change: { '/api/v1/nodes': [node('cp-1', '10.5.0.2'), node('x', '10.5.0.9')] },
		},
		'all control plane static pods to be running: missing static pods on node 10.5.0.2: [kube-system/kube-scheduler]': {
			change: {},
			pods: staticPods.slice(0, 2),
		},
		'all control plane components to be ready: expected number of pods for kube-apiserver to be 1, got 0': {
			change: { [podsOf('k8s-app = kube-apiserver')]: [] },
		},
		'all control plane components to be ready: some pods are not ready for kube-scheduler: [s]': {
			change: { [podsOf('k8s-app = kube-scheduler')]: [pod('s', false)] },
		},
		'kube-proxy to report ready: no ready pods found for namespace "kube-system" and label selector "k8s-app=kube-proxy"': {
			change: { [podsOf('k8s-app=kube-proxy')]: [pod('p', false)] },
		},
		'coredns to report ready: some pods are not ready: [b]': { change: { [podsOf('k8s-app=kube-dns')]: [pod('a'), pod('b', false)] } },
		'coredns to report ready: expected 2 ready pods, got 1': { change: { [podsOf('k8s-app=kube-dns')]: [pod('a')] } },
		'all k8s nodes to report schedulable: some nodes are not schedulable: [cp-1]': {
			change: { '/api/v1/nodes': [node('cp-1', '10.5.0.2', { spec: { unschedulable: true } })] },
		},
	};
	for (const [fault, { change, pods = staticPods }] of Object.entries(faults)) {
		test(`find that ${fault}`, async () => {
			lists = { ...healthy(), ...change };
			assert.equal((await said(clusterOf(pods))).at(-1), `waiting for ${fault}`);
		});
	}

	test('find that nobody answers', async () => {
		lists = {};
		assert.match((await said(clusterOf(staticPods))).at(-1) ?? '', /^waiting for all k8s nodes to report: .*nothing there/);
	});
});
