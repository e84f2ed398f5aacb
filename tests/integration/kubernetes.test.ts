import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { KubernetesClient, KubernetesObject } from '@ichor/kubernetes';
import { clusterImages } from '@ichor/machinery/versions';
import { SupervisorClient } from '@ichor/provision';
import { background, waitFor, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import definition from './kubernetes.ts';
import { StartedCluster } from './started-cluster.ts';

// On a machine that has built nothing yet, Go builds Kubernetes first.
const context = withTimeout(background, 40 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the tests of Kubernetes: ${skip}`);

describe('Kubernetes on three control planes', { skip, timeout: 40 * 60_000 }, () => {
	test('every node is Ready, DNS answers, and every type of Service leads to pods on every node, also without one of them', async (t) => {
		const cluster = await StartedCluster.start(context, definition, 'kubernetes');
		t.after(async () => await cluster.remove());
		const {
			folder: { path: folder },
			printed,
			kubernetes: client,
		} = cluster;
		assert.equal(printed.match(/\bReady$/gm)?.length, 3, printed);
		assert.equal((await stat(join(folder, 'kubeconfig'))).mode & 0o777, 0o600);

		const { items: nodes } = await client.list<NodeObject>(context, '/api/v1/nodes');
		assert.deepEqual(
			nodes.map(({ metadata, status }) => [metadata.name, status.nodeInfo.kubeletVersion, status.nodeInfo.osImage.replace(/\(.*/, '')]),
			['cp-1', 'cp-2', 'cp-3'].map((name) => [name, 'v1.36.3', 'Ichor ']),
		);
		for (const { metadata } of nodes) assert.equal(metadata.labels?.['node-role.kubernetes.io/control-plane'], '');

		const onNode = async (name: string, code: string) => await inNetworkOf(join(folder, 'nodes', name, 'pid'), code);
		const found = await eventually(async () => await onNode('cp-1', resolveCode('kubernetes.default.svc.cluster.local')));
		assert.equal(found, '10.96.0.1');

		await client.create(context, '/api/v1/namespaces/default/configmaps', corefile);
		await client.create(context, '/apis/apps/v1/namespaces/default/deployments', deployment);
		const service = await client.create<ServiceObject>(context, '/api/v1/namespaces/default/services', serviceOf('web', {}));
		const pods = await eventually(async () => {
			const { items } = await client.list<PodObject>(context, '/api/v1/namespaces/default/pods?labelSelector=app%3Dweb');
			return items.length === 3 && items.every(isReady) ? items : undefined;
		});
		assert.deepEqual(new Set(pods.map(({ spec }) => spec.nodeName)), new Set(['cp-1', 'cp-2', 'cp-3']));
		for (const name of ['cp-1', 'cp-2', 'cp-3']) {
			assert.equal(await eventually(async () => await onNode(name, fetchCode(`http://${service.spec.clusterIP}/health`))), 'OK', name);
			for (const { status } of pods) {
				assert.equal(await onNode(name, fetchCode(`http://${status.podIP}:8080/health`)), 'OK', `${name} to ${status.podIP}`);
			}
		}
		const create = async (name: string, spec: object) =>
			await client.create<ServiceObject>(context, '/api/v1/namespaces/default/services', serviceOf(name, spec));
		const resolved = async (name: string) =>
			await eventually(async () => await onNode('cp-2', resolveCode(`${name}.default.svc.cluster.local`)));
		assert.equal(await resolved('web'), service.spec.clusterIP);

		await create('headless', { clusterIP: 'None' });
		assert.deepEqual(new Set((await resolved('headless')).split(',')), new Set(pods.map(({ status }) => status.podIP)));
		await create('outside', { type: 'ExternalName', externalName: 'registry.example.com' });
		assert.equal(
			await eventually(async () => await onNode('cp-1', aliasCode('outside.default.svc.cluster.local'))),
			'registry.example.com',
		);

		// from outside of the cluster, as nothing of it is on this machine
		const atPort = async (address: string, port: number) =>
			await fetch(`http://${address}:${port}/health`, { signal: AbortSignal.timeout(2000) })
				.then(async (answer) => await answer.text())
				.catch(() => undefined);
		const addresses = definition.nodes.map(({ address }) => address);
		const anywhere = portOf(await create('anywhere', { type: 'NodePort' }));
		for (const address of addresses) assert.equal(await eventually(async () => await atPort(address, anywhere)), 'OK', address);
		const [chosen] = pods;
		const home = definition.nodes.find(({ name }) => name === chosen?.spec.nodeName) ?? assert.fail('a pod is on no node');
		await renewProxy(client, home.name);
		await client.patch(context, `/api/v1/namespaces/default/pods/${chosen?.metadata.name}`, { metadata: { labels: { chosen: 'yes' } } });
		const local = portOf(await create('local', { type: 'NodePort', externalTrafficPolicy: 'Local', selector: { chosen: 'yes' } }));
		assert.equal(await eventually(async () => await atPort(home.address, local)), 'OK');
		assert.equal(await atPort(home.address, anywhere), 'OK', 'what the kube-proxy of before has made');
		for (const address of addresses.filter((other) => other !== home.address))
			assert.equal(await atPort(address, local), undefined, address);

		const supervisor = new SupervisorClient(cluster.folder);
		await supervisor.tell(context, 'cp-3', 'crash');
		for (const name of ['cp-1', 'cp-2']) {
			assert.equal(await eventually(async () => await onNode(name, fetchCode(`http://${service.spec.clusterIP}/health`))), 'OK', name);
		}
		for (const address of addresses) assert.equal(await eventually(async () => await atPort(address, anywhere)), 'OK', `${address} again`);
	});
});

/** Starts the kube-proxy of a node anew. */
async function renewProxy(client: KubernetesClient, node: string): Promise<void> {
	const pods = '/api/v1/namespaces/kube-system/pods';
	const proxy = async () => {
		const { items } = await client.list<PodObject>(context, `${pods}?labelSelector=k8s-app%3Dkube-proxy`);
		return items.find((pod) => pod.spec.nodeName === node && isReady(pod));
	};
	const old = (await proxy()) ?? assert.fail(`no kube-proxy on ${node}`);
	await client.delete(context, `${pods}/${old.metadata.name}`);
	await eventually(async () => {
		const found = await proxy();
		return found === undefined || found.metadata.uid === old.metadata.uid ? undefined : true;
	});
}

interface NodeObject extends KubernetesObject {
	readonly status: { readonly nodeInfo: { readonly kubeletVersion: string; readonly osImage: string } };
}

interface ServiceObject extends KubernetesObject {
	readonly spec: { readonly clusterIP: string; readonly ports?: readonly { readonly nodePort?: number }[] };
}

interface PodObject extends KubernetesObject {
	readonly spec: { readonly nodeName?: string };
	readonly status: { readonly podIP?: string; readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/** An HTTP server out of an image that we have anyway: CoreDNS tells its health. */
const corefile = {
	apiVersion: 'v1',
	kind: 'ConfigMap',
	metadata: { name: 'web' },
	data: { Corefile: '.:5353 {\n  whoami\n  health :8080\n}\n' },
};

const deployment = {
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name: 'web' },
	spec: {
		replicas: 3,
		selector: { matchLabels: { app: 'web' } },
		template: {
			metadata: { labels: { app: 'web' } },
			spec: {
				topologySpreadConstraints: [
					{
						maxSkew: 1,
						topologyKey: 'kubernetes.io/hostname',
						whenUnsatisfiable: 'DoNotSchedule',
						labelSelector: { matchLabels: { app: 'web' } },
					},
				],
				containers: [
					{
						name: 'web',
						image: clusterImages().coreDNS,
						args: ['-conf', '/etc/coredns/Corefile'],
						readinessProbe: { httpGet: { path: '/health', port: 8080 } },
						volumeMounts: [{ name: 'config', mountPath: '/etc/coredns' }],
					},
				],
				volumes: [{ name: 'config', configMap: { name: 'web' } }],
			},
		},
	},
};

function serviceOf(name: string, spec: object) {
	const ports = [{ port: 80, targetPort: 8080 }];
	return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: { app: 'web' }, ports, ...spec } };
}

function portOf({ spec }: ServiceObject): number {
	return spec.ports?.[0]?.nodePort ?? assert.fail('the Service has no port on nodes');
}

function isReady({ status }: PodObject): boolean {
	return status.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
}

/** What a program prints that runs in the network of a node: nothing leads from this machine to pods and services. */
async function inNetworkOf(pidFile: string, code: string): Promise<string | undefined> {
	const pid = (await readFile(pidFile, 'utf8')).trim();
	try {
		const printed = await runProgram('nsenter', ['--net', '--target', pid, process.execPath, '--input-type=module', '-e', code], {
			signal: context.signal,
		});
		return printed.trim();
	} catch {
		context.signal.throwIfAborted();
		return undefined;
	}
}

/** The addresses of a name, as the cluster's DNS has them. */
function resolveCode(name: string): string {
	return queryCode(`await resolver.resolve4('${name}')`);
}

/** The name that a name stands for. */
function aliasCode(name: string): string {
	return queryCode(`await resolver.resolveCname('${name}')`);
}

function queryCode(query: string): string {
	return `import { Resolver } from 'node:dns/promises';
const resolver = new Resolver({ timeout: 2000, tries: 2 });
resolver.setServers(['10.96.0.10']);
console.log((${query}).join());`;
}

function fetchCode(url: string): string {
	return `console.log(await (await fetch('${url}', { signal: AbortSignal.timeout(5000) })).text());`;
}

async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
	return await waitFor(withTimeout(context, 180_000), ask, 1000);
}
