import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { KubernetesClient, KubernetesObject } from '@ichor/kubernetes';
import { clusterImages } from '@ichor/machinery/versions';
import { background, waitFor, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { countRequests, type RequestCount } from '../counted-requests.ts';
import { httpBudget, httpDeployment, httpFiles } from '../http-workload.ts';
import { StartedCluster } from '../started-cluster.ts';
import definition from './kubernetes-upgrade.ts';

// On a machine that has built nothing yet, Go builds two releases of Kubernetes first.
const context = withTimeout(background, 50 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the upgrade of Kubernetes: ${skip}`);
const ichor = fileURLToPath(new URL('../../../apps/ichor/bin/ichor.js', import.meta.url));

describe('an upgrade of Kubernetes', { skip, timeout: 50 * 60_000 }, () => {
	test('from 1.35.4 to 1.36.3 on three nodes leaves what runs there running', async (t) => {
		await buildTarget();
		const cluster = await StartedCluster.start(context, definition, 'kubernetes-upgrade/kubernetes-upgrade');
		t.after(async () => await cluster.remove());
		const { kubernetes: client } = cluster;
		const addresses = definition.nodes.map(({ address }) => address);
		const port = await startWeb(client);
		const turn = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
		let asked = 0;
		const service = countRequests(async (signal) => await healthy(`http://${turn(addresses, asked++)}:${port}/health`, signal));
		const shared = countRequests(async (signal) => await client.get({ ...background, signal }, namespacePath));
		// they would go on asking where there is nothing any more
		t.after(async () => await Promise.all([service.stop(), shared.stop()]));

		const [first = ''] = addresses;
		const reach = ['--talosconfig', join(cluster.folder.path, 'talosconfig'), '-e', first, '-n', first];
		const upgrade = async (...flags: readonly string[]) =>
			await runProgram(process.execPath, [ichor, ...reach, 'upgrade-k8s', '--to', '1.36.3', ...flags], { signal: context.signal });
		const plan = await upgrade('--dry-run');
		assert.match(plan, / > update kube-apiserver: v1\.35\.4 -> 1\.36\.3\n > skipped in dry-run\n/);
		assert.deepEqual(await kubeletVersions(client), ['v1.35.4', 'v1.35.4', 'v1.35.4']);

		const start = performance.now();
		const printed = await upgrade();
		const seconds = (performance.now() - start) / 1000;
		const counts = {
			'a Service, by the ports of the nodes': await service.stop(),
			'the Kubernetes API, by its shared address': await shared.stop(),
		};
		console.log(`upgrade-k8s 1.35.4 -> 1.36.3 on three nodes: ${seconds.toFixed(0)} s`);
		for (const [what, count] of Object.entries(counts)) console.log(textOf(what, count));

		assert.match(printed, /< configured DaemonSet\/kube-system\/kube-proxy\n/);
		assert.match(printed, /waiting for kubernetes objects to be fully reconciled\ndone\n$/);
		assert.deepEqual(await kubeletVersions(client), ['v1.36.3', 'v1.36.3', 'v1.36.3']);
		const { items: pods } = await client.list<PodObject>(context, '/api/v1/namespaces/kube-system/pods');
		for (const name of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy']) {
			const images = pods.flatMap(({ metadata, spec }) =>
				metadata.labels?.['k8s-app'] === name ? spec.containers.map(({ image }) => image) : [],
			);
			assert.deepEqual(images, Array(3).fill(`registry.k8s.io/${name}:v1.36.3`), name);
		}
		const { items: nodes } = await client.list<NodeObject>(context, '/api/v1/nodes');
		assert.ok(nodes.every(({ spec }) => spec.unschedulable !== true));
		for (const [what, { requests, failed }] of Object.entries(counts))
			assert.ok(failed < requests * tolerable, `${failed} of ${requests} requests to ${what} failed`);

		assert.match(await upgrade(), /waiting for kubernetes objects to be fully reconciled\ndone\n$/, 'a second one finds all done');
	});
});

/** The share of requests that may fail on a machine with more to do than it can: each node's own connections are cut when what it runs is replaced. */
const tolerable = 0.03;

/** As a user does who has no registry: whatever this machine builds, its nodes can pull. */
async function buildTarget(): Promise<void> {
	await runProgram(process.execPath, [ichor, 'image', 'build-kubernetes', '--k8s-version', '1.36.3'], { signal: context.signal });
}

async function startWeb(client: KubernetesClient): Promise<number> {
	const namespace = '/api/v1/namespaces/default';
	await client.create(context, `${namespace}/configmaps`, httpFiles('web'));
	await client.create(
		context,
		'/apis/apps/v1/namespaces/default/deployments',
		httpDeployment('web', { image: clusterImages().coreDNS, replicas: 3 }),
	);
	await client.create(context, '/apis/policy/v1/namespaces/default/poddisruptionbudgets', httpBudget('web'));
	const service = await client.create<ServiceObject>(context, `${namespace}/services`, {
		apiVersion: 'v1',
		kind: 'Service',
		metadata: { name: 'web' },
		spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
	});
	const port = service.spec.ports[0]?.nodePort ?? assert.fail('the Service has no port on nodes');
	for (const { address } of definition.nodes)
		await waitFor(withTimeout(context, 180_000), async () => {
			const answer = await fetch(`http://${address}:${port}/health`, closing(AbortSignal.timeout(2000))).catch(() => undefined);
			return answer?.ok === true ? true : undefined;
		});
	await waitFor(withTimeout(context, 180_000), async () => {
		const { status } = await client.get<DeploymentObject>(context, '/apis/apps/v1/namespaces/default/deployments/web');
		return status?.readyReplicas === 3 ? true : undefined;
	});
	return port;
}

async function healthy(url: string, signal: AbortSignal): Promise<void> {
	const { ok, status } = await fetch(url, closing(signal));
	if (!ok) throw new Error(`HTTP ${status}`);
}

/** A connection of its own: one that is kept would hide that a node does not take any. */
function closing(signal: AbortSignal): RequestInit {
	return { signal, headers: { connection: 'close' } };
}

const namespacePath = '/api/v1/namespaces/kube-system';

async function kubeletVersions(client: KubernetesClient): Promise<readonly string[]> {
	const { items } = await client.list<NodeObject>(context, '/api/v1/nodes');
	return items.map(({ status }) => status.nodeInfo.kubeletVersion);
}

function textOf(what: string, { requests, failed, causes, longestGap }: RequestCount): string {
	const why = [...causes].map(([cause, count]) => `${count} ${cause}`).join(', ');
	return `  ${what}: ${requests} requests, ${failed} failed${why === '' ? '' : ` (${why})`}, at most ${(longestGap / 1000).toFixed(1)} s without an answer`;
}

interface NodeObject extends KubernetesObject {
	readonly spec: { readonly unschedulable?: boolean };
	readonly status: { readonly nodeInfo: { readonly kubeletVersion: string } };
}

interface PodObject extends KubernetesObject {
	readonly spec: { readonly containers: readonly { readonly image: string }[] };
}

interface ServiceObject extends KubernetesObject {
	readonly spec: { readonly ports: readonly { readonly nodePort?: number }[] };
}

interface DeploymentObject extends KubernetesObject {
	readonly status?: { readonly readyReplicas?: number };
}
