import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeKubeconfig } from '@ichor/client';
import { KubernetesClient, type KubernetesObject } from '@ichor/kubernetes';
import { clusterImages } from '@ichor/machinery/versions';
import { ClusterFolder } from '@ichor/provision';
import { background, waitFor, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import definition from './kubernetes.ts';
import { traces } from './traces.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
// On a machine that has built nothing yet, Go builds Kubernetes first.
const context = withTimeout(background, 40 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the tests of Kubernetes: ${skip}`);

describe('Kubernetes on three control planes', { skip, timeout: 40 * 60_000 }, () => {
	test('every node is Ready, DNS answers, a Service leads to pods on every node, and nothing of it stays', async (t) => {
		const home = await mkdtemp(join(tmpdir(), 'ichor-kubernetes-'));
		const cluster = new ClusterFolder(home, definition.name);
		const folder = cluster.path;
		const before = await traces(cluster);
		const run = async (program: string) =>
			await runProgram(process.execPath, [join(checkout, 'tools/src/up', program), join(checkout, 'tests/integration/kubernetes.ts')], {
				env: { ICHOR_HOME: home },
				signal: context.signal,
			});
		t.after(async () => {
			await run('down.ts');
			await rm(home, { recursive: true, force: true });
		});
		const printed = await run('main.ts');
		assert.equal(printed.match(/\bReady$/gm)?.length, 3, printed);
		assert.equal((await stat(join(folder, 'kubeconfig'))).mode & 0o777, 0o600);

		const client = await clientOf(join(folder, 'kubeconfig'));
		t.after(() => client.close());
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
		const service = await client.create<ServiceObject>(context, '/api/v1/namespaces/default/services', serviceOfWeb);
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
		assert.equal(await eventually(async () => await onNode('cp-2', resolveCode('web.default.svc.cluster.local'))), service.spec.clusterIP);

		client.close();
		await run('down.ts');
		assert.deepEqual(await traces(cluster), before);
	});
});

interface NodeObject extends KubernetesObject {
	readonly status: { readonly nodeInfo: { readonly kubeletVersion: string; readonly osImage: string } };
}

interface ServiceObject extends KubernetesObject {
	readonly spec: { readonly clusterIP: string };
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

const serviceOfWeb = {
	apiVersion: 'v1',
	kind: 'Service',
	metadata: { name: 'web' },
	spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
};

async function clientOf(path: string): Promise<KubernetesClient> {
	const { clusters, users } = decodeKubeconfig(await readFile(path, 'utf8'));
	const [cluster] = clusters.values();
	const [user] = users.values();
	return new KubernetesClient({
		server: String(cluster?.['server']),
		authority: atob(String(cluster?.['certificate-authority-data'])),
		certificate: atob(String(user?.['client-certificate-data'])),
		key: atob(String(user?.['client-key-data'])),
	});
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

/** The address of a name, as the cluster's DNS has it. */
function resolveCode(name: string): string {
	return `import { Resolver } from 'node:dns/promises';
const resolver = new Resolver({ timeout: 2000, tries: 2 });
resolver.setServers(['10.96.0.10']);
console.log((await resolver.resolve4('${name}')).join());`;
}

function fetchCode(url: string): string {
	return `console.log(await (await fetch('${url}', { signal: AbortSignal.timeout(5000) })).text());`;
}

async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
	return await waitFor(withTimeout(context, 180_000), ask, 1000);
}
