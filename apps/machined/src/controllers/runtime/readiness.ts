import {
	ApiCertificates,
	apiCertificatesId,
	EtcdCertificates,
	etcdCertificatesId,
	KubePrismStatus,
	KubernetesDynamicCert,
	kubePrismStatusId,
	kubernetesDynamicCertId,
	MachineType,
	machineTypeId,
	NetworkStatus,
	Nodename,
	NodeStatus,
	networkStatusId,
	nodenameId,
	notReadyReason,
	plainPem,
	Service,
	StaticPodStatus,
	type StaticPodStatusSpec,
	TimeStatus,
	timeStatusId,
	type UnmetCondition,
} from '@ichor/machinery/resources';
import type { Input, Reader } from '@ichor/runtime';
import { causeInputs, ServiceWords, withCauses } from './causes.ts';
import { expiringCertificates } from './expiring-certificates.ts';
import { staticPodReason } from './static-pod-reason.ts';

/** What readiness is told by. */
export const readinessInputs: readonly Input[] = [
	{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
	{ ...Service.kind, kind: 'weak' },
	{ ...NetworkStatus.kind, id: networkStatusId, kind: 'weak' },
	{ ...TimeStatus.kind, id: timeStatusId, kind: 'weak' },
	{ ...StaticPodStatus.kind, kind: 'weak' },
	{ ...Nodename.kind, id: nodenameId, kind: 'weak' },
	{ ...NodeStatus.kind, kind: 'weak' },
	{ ...KubePrismStatus.kind, id: kubePrismStatusId, kind: 'weak' },
	{ ...ApiCertificates.kind, id: apiCertificatesId, kind: 'weak' },
	{ ...KubernetesDynamicCert.kind, id: kubernetesDynamicCertId, kind: 'weak' },
	{ ...EtcdCertificates.kind, id: etcdCertificatesId, kind: 'weak' },
	...causeInputs,
];

/** What keeps a machine from being ready, in upstream's order and words, and why as far as it is known; nothing when it is. */
export async function unmetConditionsOf(reader: Reader, words = new ServiceWords(), now = Date.now()): Promise<readonly UnmetCondition[]> {
	const checks = [
		['time', await timeProblem(reader)],
		['network', await networkProblem(reader)],
		['services', await serviceProblems(reader, words)],
		['staticPods', await staticPodProblems(reader)],
		['nodeReady', await nodeProblem(reader)],
		// not upstream's: there, a certificate that was not renewed is noticed when it has ended
		['certificates', await certificateProblem(reader, now)],
	] as const;
	const unmet = checks.flatMap(([name, reason]) => (reason === undefined || reason === '' ? [] : [{ name, reason }]));
	return await withCauses(reader, unmet);
}

async function timeProblem(reader: Reader): Promise<string | undefined> {
	return (await reader.find(TimeStatus.pointer(timeStatusId)))?.spec.synced === true ? undefined : 'time is not synced';
}

async function networkProblem(reader: Reader): Promise<string | undefined> {
	const network = (await reader.find(NetworkStatus.pointer(networkStatusId)))?.spec;
	const missing = networkParts.filter(([part]) => network?.[part] !== true).map(([, name]) => name);
	return missing.length === 0 ? undefined : `waiting on: ${missing.join(', ')}`;
}

const networkParts = [
	['addressReady', 'address'],
	['connectivityReady', 'connectivity'],
	['etcFilesReady', 'etc-files'],
	['hostnameReady', 'hostname'],
] as const;

/** Services that the machine has for its type and that do not run well. */
async function serviceProblems(reader: Reader, words: ServiceWords): Promise<string> {
	const why = (id: string) => (words.of(id) === '' ? '' : `: ${words.of(id)}`);
	const type = (await reader.find(MachineType.pointer(machineTypeId)))?.spec;
	const ofControlPlanes = type === 'controlplane' || type === 'init' ? ['etcd', 'trustd'] : [];
	const services = new Map((await reader.list(Service.kind)).map(({ metadata, spec }) => [metadata.id, spec]));
	const problems = ['apid', 'machined', 'kubelet', ...ofControlPlanes].flatMap((id) => {
		const service = services.get(id);
		if (service?.running !== true) return [`${id} not running${why(id)}`];
		return service.unknown || service.healthy ? [] : [`${id} not healthy${why(id)}`];
	});
	return problems.join(', ');
}

async function staticPodProblems(reader: Reader): Promise<string> {
	const problems = (await reader.list(StaticPodStatus.kind)).flatMap(({ metadata: { id }, spec }) => {
		const phase = spec['phase'];
		if (phase === 'Succeeded') return [];
		if (phase === 'Running' && isReady(spec)) return [];
		const reason = staticPodReason(spec);
		const state = phase === 'Running' ? 'not ready' : typeof phase === 'string' && phase !== '' ? phase.toLowerCase() : 'unknown';
		return [`${id} ${state}${reason === undefined ? '' : `: ${reason}`}`];
	});
	return problems.join(', ');
}

function isReady({ conditions }: StaticPodStatusSpec): boolean {
	if (!Array.isArray(conditions)) return false;
	return conditions.some(
		(condition) =>
			typeof condition === 'object' &&
			condition !== null &&
			Reflect.get(condition, 'type') === 'Ready' &&
			Reflect.get(condition, 'status') === 'True',
	);
}

/** A machine that is no node is ready without Kubernetes. */
async function nodeProblem(reader: Reader): Promise<string | undefined> {
	const name = (await reader.find(Nodename.pointer(nodenameId)))?.spec;
	if (name === undefined || name.skipNodeRegistration) return undefined;
	const node = await reader.find(NodeStatus.pointer(name.nodename));
	if (node === undefined) return `node "${name.nodename}" status is not available yet`;
	// what Kubernetes said last may be old: a machine that nobody reaches is told nothing
	if ((await reader.find(KubePrismStatus.pointer(kubePrismStatusId)))?.spec.healthy === false)
		return `node "${name.nodename}" does not reach the Kubernetes API: no control plane answers`;
	if (node.spec.nodeReady) return undefined;
	const reason = node.metadata.annotations[notReadyReason];
	return `node "${name.nodename}" is not ready${reason === undefined ? '' : `: ${reason}`}`;
}

async function certificateProblem(reader: Reader, now: number): Promise<string | undefined> {
	const api = (await reader.find(ApiCertificates.pointer(apiCertificatesId)))?.spec;
	const kubernetes = (await reader.find(KubernetesDynamicCert.pointer(kubernetesDynamicCertId)))?.spec;
	const etcd = (await reader.find(EtcdCertificates.pointer(etcdCertificatesId)))?.spec;
	const pairs = {
		apid: api?.server,
		'kube-apiserver': kubernetes?.apiServer,
		'kube-apiserver to kubelets': kubernetes?.apiServerKubeletClient,
		'the aggregation layer': kubernetes?.frontProxy,
		etcd: etcd?.etcd,
		'etcd to its peers': etcd?.etcdPeer,
	};
	const known = Object.entries(pairs).flatMap(([name, pair]) =>
		pair === undefined || pair.crt === '' ? [] : [[name, plainPem(pair.crt)] as const],
	);
	return expiringCertificates(new Map(known), now);
}
