import type { EtcdMember, ServiceInfo } from '@ichor/api/machine';
import { Diagnostic, MachineStatus, machineStatusId, VolumeStatus } from '@ichor/machinery/resources';
import { hasRpcCode, RpcError } from '@ichor/rpc';
import { type Context, messageOf, multiErrorText, quotedList } from '@ichor/std';
import type { TalosServices } from '../api/talos-client.ts';
import { allNodes, type CheckedCluster, type CheckedNode, type ClusterCheck, skipped } from './cluster-check.ts';

/** MiB, without what the kernel takes for itself (upstream: pkg/minimal). */
const controlPlaneMemory = 1698;
const workerMemory = 874;
/**
 * Bytes: 6 GiB without the partitions for EFI (2101 MiB), STATE (100 MiB) and META (1 MiB), and 10 MiB for the table (upstream:
 * pkg/minimal, pkg/machinery/imager/quirks).
 */
const leastEphemeral = (6144 - 2101 - 100 - 1 - 10) * 2 ** 20;

function gibibytes(bytes: number): string {
	return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}

/** Milliseconds (upstream: 5 s). */
const interval = 5000;

/** What is so in a healthy cluster before anybody asks Kubernetes, in upstream's order and words. */
export const nodeChecks: readonly ClusterCheck[] = [
	check('etcd to be healthy', async (context, cluster) => await serviceHealth(context, cluster, cluster.controlPlanes, 'etcd')),
	check('etcd members to be consistent across nodes', async (context, cluster) => {
		const [first, ...others] = await onEach(context, cluster, cluster.controlPlanes, etcdMembers);
		const known = new Set(first?.answer.map(identityOf));
		for (const { node, answer } of others) {
			if (answer.length !== known.size) return `${node}: expected to have ${namesOf(first?.answer ?? [])} members, got ${namesOf(answer)}`;
			const stranger = answer.find((member) => !known.has(identityOf(member)));
			if (stranger !== undefined) return `${node}: found unexpected etcd member ${stranger.hostname}`;
		}
		return undefined;
	}),
	check('etcd members to be control plane nodes', async (context, cluster) => {
		const [answer] = await onEach(context, cluster, cluster.controlPlanes.slice(0, 1), etcdMembers);
		const members = (answer?.answer ?? []).flatMap(({ peerUrls }) => peerUrls.map((url) => new URL(url).hostname.replace(/^\[|\]$/g, '')));
		const nodes = cluster.controlPlanes.flatMap(({ addresses }) => addresses);
		if (members.every((address) => nodes.includes(address))) return undefined;
		return `etcd member ips ${quotedList(members)} are not subset of control plane node ips ${quotedList(nodes)}`;
	}),
	check('apid to be ready', async (context, cluster) => {
		await onEach(context, cluster, allNodes(cluster), async (services, options) => await services.machine.version({}, options));
		return undefined;
	}),
	check('all nodes memory sizes', async (context, cluster) => {
		const problems: string[] = [];
		for (const [nodes, least] of [
			[cluster.controlPlanes, controlPlaneMemory],
			[cluster.workers, workerMemory],
		] as const) {
			const answers = await onEach(context, cluster, await machines(context, cluster, nodes), async (services, options) => {
				const { messages } = await services.machine.memory({}, options);
				return Number(messages[0]?.meminfo?.memtotal ?? 0n) / 1024;
			});
			for (const { node, answer } of answers.filter(({ answer: size }) => size < least)) {
				const asked = `expected at least ${least} MiB, actual ${Math.floor(answer)} MiB`;
				problems.push(`node ${JSON.stringify(node)} does not meet memory requirements: ${asked}`);
			}
		}
		return problems.length === 0 ? undefined : multiErrorText(problems);
	}),
	check('all nodes disk sizes', async (context, cluster) => {
		const nodes = (await machines(context, cluster, allNodes(cluster))).toSorted((a, b) => (a.address < b.address ? -1 : 1));
		const answers = await onEach(context, cluster, nodes, async ({ state }, options) => {
			const { resource } = await state.get(VolumeStatus.pointer('EPHEMERAL'), options);
			return VolumeStatus.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
		});
		const small = answers.filter(({ answer: { size = 0 } }) => size < leastEphemeral);
		const problems = small.map(({ node, answer: { location = '', size = 0 } }) => {
			const asked = `expected at least ${gibibytes(leastEphemeral)}, actual ${gibibytes(size)}`;
			return `ephemeral partition ${JSON.stringify(location)} for node ${JSON.stringify(node)} is too small, ${asked}`;
		});
		return problems.length === 0 ? undefined : multiErrorText(problems);
	}),
	check('no diagnostics', async (context, cluster) => {
		try {
			const answers = await onEach(context, cluster, allNodes(cluster), async ({ state }, options) => {
				const messages: string[] = [];
				for await (const { resource } of state.list(Diagnostic.kind, options)) {
					messages.push(Diagnostic.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()).message);
				}
				return messages;
			});
			const active = answers.filter(({ answer }) => answer.length > 0);
			if (active.length === 0) return undefined;
			return `active diagnostics: ${active.map(({ node, answer }) => `${node}: ${answer.join(', ')}`).join('; ')}`;
		} catch (error) {
			// a version that has none
			if (hasRpcCode(error, 'permission-denied')) return skipped;
			throw error;
		}
	}),
	check('kubelet to be healthy', async (context, cluster) => await serviceHealth(context, cluster, cluster.controlPlanes, 'kubelet')),
	check('all nodes to finish boot sequence', async (context, cluster) => {
		const answers = await onEach(context, cluster, allNodes(cluster), async ({ state }, options) => {
			const { resource } = await state.get(MachineStatus.pointer(machineStatusId), options);
			return MachineStatus.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()).stage;
		});
		const late = Map.groupBy(
			answers.filter(({ answer }) => answer !== 'running'),
			({ answer }) => answer,
		);
		if (late.size === 0) return undefined;
		const stages = [...late].map(([stage, nodes]) => `${stage}: [${nodes.map(({ node }) => node).join(' ')}]`);
		return `nodes are not running: ${stages.sort().join(', ')}`;
	}),
];

function check(what: string, look: ClusterCheck['look']): ClusterCheck {
	return { what, interval, look };
}

interface Answer<T> {
	readonly node: string;
	readonly answer: T;
}

type Options = { readonly signal: AbortSignal };

/** Asks several nodes at once. Throws an RpcError that names every node that fails. */
async function onEach<T>(
	{ signal }: Context,
	{ client }: CheckedCluster,
	nodes: readonly CheckedNode[],
	ask: (services: TalosServices, options: Options) => Promise<T>,
): Promise<readonly Answer<T>[]> {
	const outcomes = await Promise.allSettled(nodes.map(async ({ address }) => await ask(client.node(address), { signal })));
	const failures = outcomes.flatMap((outcome, index) =>
		outcome.status === 'rejected' ? [{ node: nodes[index]?.address ?? '', reason: outcome.reason as unknown }] : [],
	);
	const [first] = failures;
	if (first !== undefined) {
		const said = ({ node, reason }: (typeof failures)[number]) =>
			`${node}: ${reason instanceof RpcError ? reason.toString() : messageOf(reason)}`;
		const code = first.reason instanceof RpcError ? first.reason.code : 'unknown';
		throw new RpcError(code, multiErrorText(failures.map(said)), { cause: first.reason });
	}
	return outcomes.flatMap((outcome, index) =>
		outcome.status === 'fulfilled' ? [{ node: nodes[index]?.address ?? '', answer: outcome.value }] : [],
	);
}

/** The nodes that are not containers: those have their sizes from their host. */
async function machines(context: Context, cluster: CheckedCluster, nodes: readonly CheckedNode[]): Promise<readonly CheckedNode[]> {
	const answers = await onEach(context, cluster, nodes, async (services, options) => {
		const { messages } = await services.machine.version({}, options);
		return messages[0]?.platform?.mode;
	});
	return nodes.filter((_, index) => answers[index]?.answer !== 'container');
}

async function serviceHealth(
	context: Context,
	cluster: CheckedCluster,
	nodes: readonly CheckedNode[],
	id: string,
): Promise<string | undefined> {
	const answers = await onEach(context, cluster, nodes, async (services, options) => {
		const { messages } = await services.machine.serviceList({}, options);
		return messages[0]?.services.find((service) => service.id === id);
	});
	const there = answers.filter((one): one is Answer<ServiceInfo> => one.answer !== undefined);
	if (there.length !== nodes.length) return `expected a response with ${nodes.length} node(s), got ${there.length}`;
	const problems = there.flatMap(({ node, answer }) => {
		const last = answer.events?.events.at(-1);
		if (last === undefined) return [`${node}: no events recorded yet for service "${id}"`];
		if (last.state !== 'Running')
			return [`${node}: service "${id}" not in expected state "Running": current state [${last.state}] ${last.msg}${lastEnd(answer)}`];
		const why = answer.health?.lastMessage ?? '';
		return answer.health?.healthy === true ? [] : [`${node}: service is not healthy: ${id}${why === '' ? '' : ` (${why})`}`];
	});
	return problems.length === 0 ? undefined : multiErrorText(problems);
}

/** How a service that is being started again has ended, where its last event does not say so itself. */
function lastEnd({ events }: ServiceInfo): string {
	const ends = (events?.events ?? []).map(({ msg }) => /^Error running \S+, going to restart forever: (.*)/.exec(msg)?.[1]);
	const last = ends.findLast((end) => end !== undefined);
	return last === undefined || ends.at(-1) !== undefined ? '' : `, after: ${last}`;
}

async function etcdMembers({ machine }: TalosServices, options: Options): Promise<readonly EtcdMember[]> {
	return (await machine.etcdMemberList({}, options)).messages[0]?.members ?? [];
}

function identityOf({ id, hostname, isLearner }: EtcdMember): string {
	return `${hostname} ${id} ${isLearner}`;
}

function namesOf(members: readonly EtcdMember[]): string {
	return `[${members.map(({ hostname }) => hostname).join(' ')}]`;
}
