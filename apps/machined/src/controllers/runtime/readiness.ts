import {
	MachineType,
	machineTypeId,
	NetworkStatus,
	Nodename,
	NodeStatus,
	networkStatusId,
	nodenameId,
	notReadyReason,
	Service,
	StaticPodStatus,
	type StaticPodStatusSpec,
	TimeStatus,
	timeStatusId,
	type UnmetCondition,
} from '@ichor/machinery/resources';
import type { Input, Reader } from '@ichor/runtime';
import { causeInputs, ServiceWords, withCauses } from './causes.ts';

/** What readiness is told by. */
export const readinessInputs: readonly Input[] = [
	{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
	{ ...Service.kind, kind: 'weak' },
	{ ...NetworkStatus.kind, id: networkStatusId, kind: 'weak' },
	{ ...TimeStatus.kind, id: timeStatusId, kind: 'weak' },
	{ ...StaticPodStatus.kind, kind: 'weak' },
	{ ...Nodename.kind, id: nodenameId, kind: 'weak' },
	{ ...NodeStatus.kind, kind: 'weak' },
	...causeInputs,
];

/** What keeps a machine from being ready, in upstream's order and words, and why as far as it is known; nothing when it is. */
export async function unmetConditionsOf(reader: Reader, words = new ServiceWords()): Promise<readonly UnmetCondition[]> {
	const checks = [
		['time', await timeProblem(reader)],
		['network', await networkProblem(reader)],
		['services', await serviceProblems(reader, words)],
		['staticPods', await staticPodProblems(reader)],
		['nodeReady', await nodeProblem(reader)],
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
		if (phase === 'Running') return isReady(spec) ? [] : [`${id} not ready`];
		return [`${id} ${typeof phase === 'string' && phase !== '' ? phase.toLowerCase() : 'unknown'}`];
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
	if (node.spec.nodeReady) return undefined;
	const reason = node.metadata.annotations[notReadyReason];
	return `node "${name.nodename}" is not ready${reason === undefined ? '' : `: ${reason}`}`;
}
