import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { ContainerDriver } from '@ichor/api/common';
import { ApplyConfigurationRequest_Mode as Mode } from '@ichor/api/machine';
import { contextOf, decodeTalosconfig } from '@ichor/client';
import { openTalosClient, tlsOfContext } from '@ichor/client/api';
import { KubernetesError, type KubernetesObject } from '@ichor/kubernetes';
import { applyPatches, parsePatch } from '@ichor/machinery/config';
import { activeConfigId, apiCertSANId, CertSAN, MachineConfig, MachineStatus, machineStatusId } from '@ichor/machinery/resources';
import { clusterImages } from '@ichor/machinery/versions';
import { hasRpcCode } from '@ichor/rpc';
import { background, waitFor, withTimeout } from '@ichor/std';
import definition, { ownServer } from './kubernetes-configuration.ts';
import { machineApiClient } from './machine-api-client.ts';
import { ownNetwork } from './own-network.ts';
import { ownImage, ownRegistry } from './own-registry.ts';
import { StartedCluster } from './started-cluster.ts';

// On a machine that has built nothing yet, Go builds Kubernetes first.
const context = withTimeout(background, 40 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the tests of what is configured of Kubernetes: ${skip}`);

/** One cluster whose definition changes everything at once. It starts without a network, and gets one at the end. */
describe('what a configuration says of Kubernetes', { skip, timeout: 40 * 60_000 }, () => {
	const [controlPlane = '', worker = ''] = definition.nodes.map(({ address }) => address);
	const server = createServer((request, response) => {
		if (request.url === ownServer.manifest) response.end(extraManifest);
		else ownRegistry(request, response);
	});
	const started = Date.now();
	let cluster: StartedCluster;

	before(async () => {
		// the address is there when the nodes' network is
		await new Promise<void>((resolve) => server.listen(ownServer.port, resolve));
		cluster = await StartedCluster.start(context, definition, 'kubernetes-configuration');
	});

	after(async () => {
		server.close();
		await cluster.remove();
		console.log(`what a configuration says of Kubernetes: ${((Date.now() - started) / 1000).toFixed(0)} s from nothing to nothing`);
	});

	const eventually = async <T>(ask: () => Promise<T | undefined>): Promise<T> =>
		await waitFor(withTimeout(context, 180_000), async () => await ask().catch(() => undefined), 500);
	const node = async (name: string) => await cluster.kubernetes.get<NodeObject>(context, `/api/v1/nodes/${name}`);
	const configMap = async (namespace: string, name: string) =>
		await eventually(async () => await cluster.kubernetes.get<ConfigMap>(context, `/api/v1/namespaces/${namespace}/configmaps/${name}`));
	const secretOf = async (namespace: string, name: string) =>
		await cluster.kubernetes.find<SecretObject>(context, `/api/v1/namespaces/${namespace}/secrets/${name}`);
	const accessOf = async (namespace: string, name: string) =>
		contextOf(decodeTalosconfig(atob((await secretOf(namespace, name))?.data?.['config'] ?? '')));
	const createPod = async (namespace: string, pod: object) =>
		await cluster.kubernetes.create(context, `/api/v1/namespaces/${namespace}/pods`, pod);
	const machineStatus = async (address: string) => {
		const { resource } = await cluster.talos.node(address).state.get(MachineStatus.pointer(machineStatusId), { signal: context.signal });
		return MachineStatus.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
	};
	const processOf = async (address: string, program: string) => {
		const { messages } = await cluster.talos.node(address).machine.processes({}, { signal: context.signal });
		return messages[0]?.processes.find(({ args }) => args.startsWith(`${program} `))?.pid ?? assert.fail(`no ${program} runs`);
	};
	const containerOf = async (address: string, wanted: string) => {
		const call = { namespace: 'k8s.io', driver: ContainerDriver.CRI };
		const { messages } = await cluster.talos.node(address).machine.containers(call, { signal: context.signal });
		return messages[0]?.containers.find(({ name, pid }) => name === wanted && pid > 0)?.pid;
	};

	test('without a network nodes register, are not Ready, and say why in each place', async () => {
		for (const [name, address] of [
			['cp-1', controlPlane],
			['w-1', worker],
		] as const) {
			const ready = await eventually(async () => conditionOf(await node(name), 'Ready'));
			assert.equal(ready.status, 'False');
			assert.match(ready.message ?? '', /cni plugin not initialized/i);
			const { ready: machineReady, unmetConditions } = await eventually(async () => {
				const { status } = await machineStatus(address);
				return status.unmetConditions.length === 1 ? status : undefined;
			});
			const [unmet] = unmetConditions;
			assert.deepEqual([machineReady, unmet?.name], [false, 'nodeReady']);
			assert.match(unmet?.reason ?? '', /^node "(cp|w)-1" is not ready: .*cni plugin not initialized/i);
		}
		const { items } = await cluster.kubernetes.list(context, '/apis/apps/v1/namespaces/kube-system/daemonsets');
		assert.deepEqual(items, [], 'neither flannel nor kube-proxy');
	});

	test('one control plane is a cluster, and a worker joins it with nothing but its configuration', async () => {
		const { messages } = await cluster.talos.node(controlPlane).machine.etcdMemberList({}, { signal: context.signal });
		assert.equal(messages[0]?.members.length, 1);
		assert.equal((await node('cp-1')).metadata.labels?.['node-role.kubernetes.io/control-plane'], '');
		assert.equal((await node('w-1')).metadata.labels?.['node-role.kubernetes.io/control-plane'], undefined);
	});

	test('nodes have the labels, annotations and taints of their configurations, and not those that it deletes', async () => {
		const [first, second] = [await node('cp-1'), await node('w-1')];
		for (const { metadata } of [first, second]) {
			assert.equal(metadata.labels?.['example.com/rack'], 'r7');
			assert.equal(metadata.annotations?.['example.com/contact'], 'ops');
			assert.equal(metadata.labels?.['node.kubernetes.io/exclude-from-external-load-balancers'], undefined);
		}
		const taints = first.spec.taints?.filter(({ key }) => !key.startsWith('node.kubernetes.io/'));
		assert.deepEqual(taints, [{ key: 'example.com/dedicated', value: 'storage', effect: 'PreferNoSchedule' }], 'pods may run there');
	});

	test('the kubelet has its arguments, its configuration and its mounts', async () => {
		for (const [name, address] of [
			['cp-1', controlPlane],
			['w-1', worker],
		] as const) {
			const { kubeletconfig } = await eventually(
				async () =>
					await cluster.kubernetes.get<{ readonly kubeletconfig: KubeletSettings }>(context, `/api/v1/nodes/${name}/proxy/configz`),
			);
			const { eventRecordQPS, maxPods, seccompDefault } = kubeletconfig;
			assert.deepEqual({ eventRecordQPS, maxPods, seccompDefault }, { eventRecordQPS: 7, maxPods: 57, seccompDefault: true });
			const pid = await processOf(address, '/usr/local/bin/kubelet');
			assert.match(await cluster.read(context, address, `/proc/${pid}/mountinfo`), / \/var\/lib\/longhorn rw\S* shared:/);
		}
	});

	test('manifests out of the configuration and from a URL are applied', async () => {
		assert.deepEqual((await configMap('longhorn-system', 'inline')).data, { from: 'configuration' });
		assert.deepEqual((await configMap('default', 'extra')).data, { from: 'url' });
	});

	test('Pod Security refuses what the baseline does not let, but for the namespaces that are exempt', async () => {
		const refused = await createPod('default', podOnHost('default')).catch((error: unknown) => error);
		assert.ok(refused instanceof KubernetesError && refused.code === 'forbidden', String(refused));
		assert.match(refused.message, /violates PodSecurity "baseline:latest": host namespaces/);
		await createPod('longhorn-system', podOnHost('longhorn-system'));
	});

	test('the audit log has as much of each request as the policy says', async () => {
		const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'audited' }, stringData: { word: 'x' } };
		await cluster.kubernetes.create(context, '/api/v1/namespaces/default/secrets', secret);
		const levels = await eventually(async () => {
			const lines = (await cluster.read(context, controlPlane, '/var/log/audit/kube/kube-apiserver.log')).split('\n');
			const events = lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as AuditEvent);
			const ofSecret = events.find(
				({ verb, objectRef }) => verb === 'create' && objectRef?.resource === 'secrets' && objectRef.name === 'audited',
			);
			return (
				ofSecret && {
					secret: ofSecret.level,
					others: new Set(events.filter(({ objectRef }) => objectRef?.resource === 'nodes').map(({ level }) => level)),
				}
			);
		});
		assert.deepEqual(levels, { secret: 'RequestResponse', others: new Set(['Metadata']) });
	});

	test('a pod gets the roles for the machines’ API that it asks for, and none that is not allowed', async () => {
		const serviceAccounts = (namespace: string) => `/apis/talos.dev/v1alpha1/namespaces/${namespace}/serviceaccounts`;
		const ask = async (namespace: string, name: string, roles: readonly string[]) => {
			const account = { apiVersion: 'talos.dev/v1alpha1', kind: 'ServiceAccount', metadata: { name, namespace }, spec: { roles } };
			await cluster.kubernetes.create(context, serviceAccounts(namespace), account);
		};
		const refusal = async (namespace: string, name: string) => {
			const path = `${serviceAccounts(namespace)}/${name}`;
			return await eventually(async () => (await cluster.kubernetes.get<ServiceAccount>(context, path)).status?.failureReason);
		};
		await eventually(async () => await cluster.kubernetes.get(context, serviceAccounts('default')));
		await ask('default', 'reader', ['os:reader']);
		await ask('default', 'admin', ['os:reader', 'os:admin']);
		await ask('longhorn-system', 'reader', ['os:reader']);

		assert.equal(await refusal('default', 'admin'), 'Roles not allowed: [os:admin]');
		assert.equal(await refusal('longhorn-system', 'reader'), 'Namespace is not allowed: longhorn-system');
		assert.deepEqual([await secretOf('default', 'admin'), await secretOf('longhorn-system', 'reader')], [undefined, undefined]);

		await eventually(async () => await secretOf('default', 'reader'));
		const access = await accessOf('default', 'reader');
		assert.deepEqual(access.endpoints, ['talos.default']);
		const client = await openTalosClient({ endpoints: [controlPlane], tls: tlsOfContext(access) });
		try {
			const options = { signal: context.signal };
			assert.equal((await client.machine.version({}, options)).messages.length, 1);
			const refused = await client.machine.reboot({}, options).catch((error: unknown) => error);
			assert.ok(hasRpcCode(refused, 'permission-denied'), String(refused));
		} finally {
			client.close();
		}

		const slice = await eventually(
			async () =>
				await cluster.kubernetes.get<EndpointSlice>(context, '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/talos-ipv4'),
		);
		assert.deepEqual([slice.endpoints[0]?.addresses, slice.ports[0]?.port], [[controlPlane], 50000]);
		await cluster.kubernetes.get(context, '/api/v1/namespaces/default/services/talos');
		const { resource } = await cluster.talos.node(controlPlane).state.get(CertSAN.pointer(apiCertSANId), { signal: context.signal });
		const { dnsNames } = CertSAN.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
		assert.ok(dnsNames.includes('talos.default'), 'apid answers to the name of the service');
	});

	test('with a network of the user’s own the nodes are Ready, and pods run under the default seccomp profile', async () => {
		const { resource } = await cluster.talos
			.node(controlPlane)
			.state.get(MachineConfig.pointer(activeConfigId), { signal: context.signal });
		const config = MachineConfig.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
		const data = new TextEncoder().encode(String(applyPatches(config, [parsePatch(networkPatch(['cp-1', 'w-1']))]).text));
		await cluster.talos.node(controlPlane).machine.applyConfiguration({ data, mode: Mode.NO_REBOOT }, { signal: context.signal });
		for (const name of ['cp-1', 'w-1']) {
			await eventually(async () => (conditionOf(await node(name), 'Ready')?.status === 'True' ? true : undefined));
		}
		await eventually(async () => ((await machineStatus(controlPlane)).status.ready ? true : undefined));

		await cluster.kubernetes.create(context, '/api/v1/namespaces/default/configmaps', corefile);
		await createPod('default', podOnControlPlane);
		const pid = await eventually(async () => await containerOf(controlPlane, 'scheduled'));
		assert.match(await cluster.read(context, controlPlane, `/proc/${pid}/status`), /^Seccomp:\t2$/m);
	});

	test('a pod whose image a registry of the user’s own has reaches the machines’ API by its Service', async () => {
		const services = '/api/v1/namespaces/default/services';
		const { spec } = await cluster.kubernetes.get<ServiceObject>(context, `${services}/talos`);
		const { ca = '', crt = '', key = '' } = await accessOf('default', 'reader');
		const client = machineApiClient('api-client', ownImage, `${spec.clusterIP}:${spec.ports[0]?.port}`, { ca, crt, key });
		await cluster.kubernetes.create(context, '/api/v1/namespaces/default/secrets', client.access);
		await cluster.kubernetes.create(context, '/api/v1/namespaces/default/configmaps', client.files);
		const { metadata } = (await createPod('default', client.pod)) as KubernetesObject;
		const answer = await eventually(async () => {
			const { spec: where } = await cluster.kubernetes.get<PodObject>(context, '/api/v1/namespaces/default/pods/api-client');
			const node = where.nodeName === 'cp-1' ? controlPlane : worker;
			const log = await cluster.read(context, node, `/var/log/pods/default_api-client_${metadata.uid}/api-client/0.log`);
			return /rpc error: code = (?!Unavailable)\w+/.exec(log)?.[0];
		});
		assert.equal(answer, 'rpc error: code = Unimplemented', 'whoever is let in is told that there is no such service');
	});

	test('a node that is shut down is cordoned, and its pods are moved, before it goes', async () => {
		await cluster.kubernetes.create(context, '/apis/apps/v1/namespaces/default/deployments', movable);
		const runsOn = async (name: string) =>
			await eventually(async () => {
				const path = '/api/v1/namespaces/default/pods?labelSelector=app%3Dmovable';
				const { items } = await cluster.kubernetes.list<PodObject>(context, path);
				return items.some(({ spec, status }) => spec.nodeName === name && status.phase === 'Running') ? true : undefined;
			});
		await runsOn('w-1');
		await cluster.talos.node(worker).machine.shutdown({}, { signal: context.signal });
		await eventually(async () => ((await node('w-1')).spec.unschedulable === true ? true : undefined));
		// a node that is lost without a word keeps its pods for five minutes
		await runsOn('cp-1');
	});
});

interface PodObject extends KubernetesObject {
	readonly spec: { readonly nodeName?: string };
	readonly status: { readonly phase?: string };
}

interface NodeObject extends KubernetesObject {
	readonly spec: {
		readonly unschedulable?: boolean;
		readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
	};
	readonly status?: { readonly conditions?: readonly Condition[] };
}

interface Condition {
	readonly type: string;
	readonly status: string;
	readonly message?: string;
}

interface ConfigMap extends KubernetesObject {
	readonly data?: Readonly<Record<string, string>>;
}

interface ServiceAccount extends KubernetesObject {
	readonly status?: { readonly failureReason?: string };
}

interface SecretObject extends KubernetesObject {
	readonly data?: Readonly<Record<string, string>>;
}

interface ServiceObject extends KubernetesObject {
	readonly spec: { readonly clusterIP: string; readonly ports: readonly { readonly port: number }[] };
}

interface EndpointSlice extends KubernetesObject {
	readonly endpoints: readonly { readonly addresses: readonly string[] }[];
	readonly ports: readonly { readonly port: number }[];
}

interface KubeletSettings {
	readonly eventRecordQPS?: number;
	readonly maxPods?: number;
	readonly seccompDefault?: boolean;
}

interface AuditEvent {
	readonly level: string;
	readonly verb: string;
	readonly objectRef?: { readonly resource?: string; readonly name?: string };
}

function conditionOf({ status }: NodeObject, wanted: string): Condition | undefined {
	return status?.conditions?.find(({ type }) => type === wanted);
}

const extraManifest = `apiVersion: v1
kind: ConfigMap
metadata:
  name: extra
data:
  from: url
`;

/** The network comes as a manifest: as far as the configuration knows there is none. */
function networkPatch(nodes: readonly string[]): string {
	return JSON.stringify({
		cluster: { inlineManifests: [{ name: 'own-network', contents: ownNetwork(nodes) }], proxy: { $patch: 'delete' } },
	});
}

/** It need not start: what matters is whether it may be. */
function podOnHost(namespace: string) {
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name: 'on-host', namespace },
		spec: { hostNetwork: true, containers: [{ name: 'on-host', image: clusterImages().coreDNS }] },
	};
}

const corefile = {
	apiVersion: 'v1',
	kind: 'ConfigMap',
	metadata: { name: 'corefile' },
	data: { Corefile: '.:5353 {\n  whoami\n}\n' },
};

/** CoreDNS, because its image is there anyway. */
const answering = {
	containers: [
		{
			name: 'scheduled',
			image: clusterImages().coreDNS,
			args: ['-conf', '/etc/coredns/Corefile'],
			volumeMounts: [{ name: 'config', mountPath: '/etc/coredns' }],
		},
	],
	volumes: [{ name: 'config', configMap: { name: 'corefile' } }],
};

const podOnControlPlane = {
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name: 'scheduled' },
	spec: { nodeSelector: { 'node-role.kubernetes.io/control-plane': '' }, ...answering },
};

const onWorker = { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['w-1'] }] };

/** On the worker, as long as it takes pods. */
const movable = {
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name: 'movable' },
	spec: {
		replicas: 1,
		selector: { matchLabels: { app: 'movable' } },
		template: {
			metadata: { labels: { app: 'movable' } },
			spec: {
				affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference: onWorker }] } },
				...answering,
			},
		},
	},
};
