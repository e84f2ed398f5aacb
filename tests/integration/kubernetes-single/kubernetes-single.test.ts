import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ApplyConfigurationRequest_Mode as Mode } from '@ichor/api/machine';
import { decodeKubeconfig } from '@ichor/client';
import { nodeChecks } from '@ichor/client/health';
import { kubernetesChecks } from '@ichor/cluster/health';
import type { KubernetesObject } from '@ichor/kubernetes';
import { applyPatches, parsePatch } from '@ichor/machinery/config';
import { activeConfigId, MachineConfig, MachineStatus, machineStatusId } from '@ichor/machinery/resources';
import { clusterImages } from '@ichor/machinery/versions';
import { SupervisorClient } from '@ichor/provision';
import { background, waitFor, withTimeout } from '@ichor/std';
import { ichor, type Program, runIn } from '../../compat/program.ts';
import { processesOf } from '../../faults/node-processes.ts';
import { httpDeployment, httpFiles } from '../http-workload.ts';
import { StartedCluster } from '../started-cluster.ts';
import definition from './kubernetes-single.ts';

// On a machine that has built nothing yet, Go builds Kubernetes first.
const context = withTimeout(background, 40 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the tests of a single node: ${skip}`);

/** Ours, and the real ones where there are any. */
const programs: readonly Program[] = [
	ichor,
	...(process.env['TALOSCTL'] ?? '').split(':').flatMap((path) => (path === '' ? [] : [[path] as const])),
];
if (programs.length === 1) console.log('TALOSCTL names no talosctl: only ichor is asked for the health of a single node');

describe('a single node', { skip, timeout: 40 * 60_000 }, () => {
	const [{ address } = { address: '' }] = definition.nodes;
	let cluster: StartedCluster;
	let reach: readonly string[];

	before(async () => {
		cluster = await StartedCluster.start(context, definition, 'kubernetes-single/kubernetes-single');
		reach = ['--talosconfig', join(cluster.folder.path, 'talosconfig'), '-e', address, '-n', address];
	});
	after(async () => await cluster.remove());

	const eventually = async <T>(ask: () => Promise<T | undefined>): Promise<T> =>
		await waitFor(withTimeout(context, 180_000), async () => await ask().catch(() => undefined), 300);
	const unmet = async (): Promise<string> => {
		const { resource } = await cluster.talos.state.get(MachineStatus.pointer(machineStatusId), { signal: context.signal });
		const { status } = MachineStatus.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
		return status.unmetConditions.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
	};
	const health = async (program: Program, ...flags: readonly string[]) => await runIn({}, program, [...reach, 'health', ...flags]);
	const patch = async (text: string): Promise<void> => {
		const { resource } = await cluster.talos.state.get(MachineConfig.pointer(activeConfigId), { signal: context.signal });
		const config = MachineConfig.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
		const data = new TextEncoder().encode(String(applyPatches(config, [parsePatch(text)]).text));
		await cluster.talos.machine.applyConfiguration({ data, mode: Mode.NO_REBOOT }, { signal: context.signal });
	};

	test('is Ready, and runs what its Services lead to', async () => {
		assert.equal(cluster.printed.match(/\bReady$/gm)?.length, 1, cluster.printed);
		const { kubernetes } = cluster;
		const namespace = '/api/v1/namespaces/default';
		await kubernetes.create(context, `${namespace}/configmaps`, httpFiles('web'));
		const deployment = httpDeployment('web', { image: clusterImages().coreDNS, replicas: 2 });
		await kubernetes.create(context, '/apis/apps/v1/namespaces/default/deployments', deployment);
		const { spec } = await kubernetes.create<ServiceObject>(context, `${namespace}/services`, service);
		const answer = await eventually(async () => await (await fetch(`http://${address}:${spec.ports[0]?.nodePort}/health`)).text());
		assert.equal(answer, 'OK');
	});

	test('passes every check of health, whoever makes them', async () => {
		await eventually(async () => ((await unmet()) === '' ? true : undefined));
		for (const program of programs) {
			for (const server of ['--server', '--server=false']) {
				const { code, stderr } = await health(program, server, '--wait-timeout', '3m');
				assert.equal(code, 0, `${program.join(' ')} ${server}: ${stderr}`);
				const passed = [...stderr.matchAll(/^waiting for (.*): OK$/gm)].map(([, check]) => check);
				assert.deepEqual(passed, checks, `${program.join(' ')} ${server}`);
			}
		}
	});

	test('gives a kubeconfig that is merged into one that is there', async () => {
		for (const program of programs) {
			const { code, stderr, files } = await runIn({ files: { there: other } }, program, [...reach, 'kubeconfig', 'there']);
			assert.equal(code, 0, stderr);
			const merged = decodeKubeconfig(files.get('there')?.content ?? '');
			assert.deepEqual([...merged.clusters.keys()], ['kubernetes-single', 'kubernetes-single-1']);
			assert.deepEqual([...merged.contexts.keys()], ['admin@kubernetes-single', 'admin@kubernetes-single-1']);
			assert.equal(merged.currentContext, 'admin@kubernetes-single-1');
			assert.equal(merged.clusters.get('kubernetes-single')?.['server'], 'https://192.0.2.1:6443');
		}
	});

	test('says why its kubelet does not run', async () => {
		await patch('machine: {kubelet: {extraArgs: {no-such-flag: "1"}}}');
		const cause = /kubelet not running: task "kubelet" failed: exit code 1: .*unknown flag: --no-such-flag/;
		await eventually(async () => (cause.test(await unmet()) ? true : undefined));
		const { code, stderr } = await health(ichor, '--server=false', '--wait-timeout', '12s');
		assert.equal(code, 1);
		assert.match(stderr, /waiting for kubelet to be healthy: .*\n.*service "kubelet" not in expected state .*unknown flag: --no-such-flag/);
		await patch('machine: {kubelet: {extraArgs: {$patch: delete}}}');
		await eventually(async () => ((await unmet()) === '' ? true : undefined));
	});

	test('says why its API server does not answer', async () => {
		const [node] = await new SupervisorClient(cluster.folder).nodes(context);
		const pid = node?.pid ?? assert.fail('the node does not run');
		// with another control plane the kubelet could be asked how the container has ended: it has nobody to ask who may ask it
		const cause = /nodeReady: node "cp-1" does not reach the Kubernetes API: no control plane answers/;
		await eventually(async () => {
			for (const { program, pid: server } of processesOf(pid)) if (program === 'kube-apiserver') process.kill(server, 'SIGKILL');
			return cause.test(await unmet()) ? true : undefined;
		});
		const { code, stderr } = await health(ichor, '--server=false', '--wait-timeout', '6s');
		if (code !== 0) assert.match(stderr, /kube-apiserver|:6443/);
		await eventually(async () => ((await unmet()) === '' ? true : undefined));
		assert.equal((await health(ichor, '--wait-timeout', '3m')).code, 0);
	});
});

const service = {
	apiVersion: 'v1',
	kind: 'Service',
	metadata: { name: 'web' },
	spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
};

interface ServiceObject extends KubernetesObject {
	readonly spec: { readonly ports: readonly { readonly nodePort?: number }[] };
}

/** Whoever else makes checks makes these. */
const checks = [...nodeChecks, ...kubernetesChecks(async () => await Promise.reject(new Error('nobody asks')))].map(({ what }) => what);

/** Of an earlier cluster of the same name. */
const other = `apiVersion: v1
kind: Config
clusters:
  - {name: kubernetes-single, cluster: {server: "https://192.0.2.1:6443"}}
users:
  - {name: admin@kubernetes-single, user: {token: abcdef}}
contexts:
  - {name: admin@kubernetes-single, context: {cluster: kubernetes-single, user: admin@kubernetes-single}}
current-context: admin@kubernetes-single
`;
