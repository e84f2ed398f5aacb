import { ApplyConfigurationRequest_Mode, type EtcdMember } from '@ichor/api/machine';
import { type ClientTls, hasRpcCode, RpcError } from '@ichor/rpc';
import { type Context, messageOf } from '@ichor/std';
import { openTalosClient, type TalosClient } from '../api/talos-client.ts';
import { ClientError } from '../errors.ts';
import { type NodeState, nodeState } from './node-state.ts';
import { patiently } from './patiently.ts';

/** A machine that is to become a node of a cluster. */
export interface NodeToBring {
	readonly node: { readonly name: string; readonly address: string; readonly role: 'controlplane' | 'worker' };
	/** Its machine configuration. */
	readonly config: string;
	/** Where its console is written to, for whoever has to find out why it does not come. */
	readonly console: string;
}

/** How the cluster is in the end. */
export interface BroughtNode {
	readonly name: string;
	readonly role: string;
	readonly address: string;
	readonly version: string;
	readonly etcd: string;
}

/**
 * Takes nodes from wherever they are to an etcd whose every control plane votes: a configuration for those in
 * maintenance, bootstrap on the first if nobody did it, then patience. What was done in an earlier run is not done again.
 *
 * @throws ClientError `not-ready` that names the node and what it lacks, when a step takes longer than it may or is refused
 */
export async function bringUp(context: Context, nodes: readonly NodeToBring[], tls: ClientTls): Promise<readonly BroughtNode[]> {
	for (const node of nodes) await configure(context, node, await settled(context, node, tls), tls);
	const versions = new Map<string, string>();
	for (const node of nodes) versions.set(node.node.name, await configured(context, node, tls));
	const controlPlanes = nodes.filter(({ node }) => node.role === 'controlplane');
	const client = await openTalosClient({ endpoints: controlPlanes.map(({ node }) => node.address), tls });
	try {
		const [first] = controlPlanes;
		if (first === undefined) throw new ClientError('not-ready', 'a cluster needs a control plane');
		await bootstrap(context, client, first);
		const members = await voters(context, client, controlPlanes);
		return nodes.map(({ node: { name, role, address } }) => ({
			name,
			role,
			address,
			version: versions.get(name) ?? '',
			etcd: members.has(name) ? 'voter' : '-',
		}));
	} finally {
		client.close();
	}
}

/** Waits until a node says anything. */
async function settled(context: Context, { node, console }: NodeToBring, tls: ClientTls): Promise<NodeState> {
	return await patiently(context, apiDeadline, `the API of ${node.name} (${node.address})`, console, async () => {
		const state = await nodeState(context, node.address, tls);
		return state.is === 'silent' ? { lacks: state.why } : { done: state };
	});
}

async function configure(context: Context, { node, config }: NodeToBring, state: NodeState, tls: ClientTls): Promise<void> {
	if (state.is !== 'maintenance') return;
	context.progress(`applying the configuration of ${node.name}`);
	const client = await openTalosClient({ endpoints: [node.address], insecure: true });
	try {
		const data = new TextEncoder().encode(config);
		await client.machine.applyConfiguration(
			{ data, mode: ApplyConfigurationRequest_Mode.AUTO },
			{ signal: context.signal, timeout: callTimeout },
		);
	} catch (error) {
		context.signal.throwIfAborted();
		// the connection may go with the mode that it was made in: what the node says next decides
		if (hasRpcCode(error, 'unavailable') && (await nodeState(context, node.address, tls)).is !== 'maintenance') return;
		throw new ClientError('not-ready', `${node.name} refused its configuration: ${said(error)}`, { cause: error });
	} finally {
		client.close();
	}
}

/** Waits until a node knows us, and returns its version. */
async function configured(context: Context, { node, console }: NodeToBring, tls: ClientTls): Promise<string> {
	return await patiently(context, apiDeadline, `${node.name} to run with its configuration`, console, async () => {
		const state = await nodeState(context, node.address, tls);
		if (state.is === 'configured') return { done: state.version };
		return { lacks: state.is === 'maintenance' ? 'it is still in maintenance' : state.why };
	});
}

async function bootstrap(context: Context, client: TalosClient, { node, console }: NodeToBring): Promise<void> {
	await patiently(context, bootstrapDeadline, `${node.name} to bootstrap etcd`, console, async () => {
		const options = { signal: context.signal, timeout: callTimeout };
		try {
			const { messages } = await client.node(node.address).machine.etcdMemberList({}, options);
			if (messages.some(({ members }) => members.length > 0)) return { done: true };
		} catch {
			context.signal.throwIfAborted();
		}
		try {
			await client.node(node.address).machine.bootstrap({}, options);
			return { done: true };
		} catch (error) {
			context.signal.throwIfAborted();
			if (hasRpcCode(error, 'already-exists')) return { done: true };
			if (hasRpcCode(error, 'unimplemented'))
				throw new ClientError('not-ready', `${node.name} cannot bootstrap etcd: ${said(error)}`, { cause: error });
			return { lacks: said(error) };
		}
	});
}

/** Waits until every control plane is a voting member that answers without an error; returns them by hostname. */
async function voters(
	context: Context,
	client: TalosClient,
	controlPlanes: readonly NodeToBring[],
): Promise<ReadonlyMap<string, EtcdMember>> {
	const console = controlPlanes[0]?.console ?? '';
	return await patiently(context, etcdDeadline, `etcd with ${controlPlanes.length} voters`, console, async () => {
		try {
			const members = await membersOf(context, client, controlPlanes);
			const missing = controlPlanes.flatMap(({ node: { name } }) => {
				const member = members.get(name);
				return member === undefined ? [`${name} has not joined`] : member.isLearner ? [`${name} is still learning`] : [];
			});
			if (missing.length > 0) return { lacks: missing.join(', ') };
			const sick = await sickMembers(context, client, controlPlanes);
			return sick.length === 0 ? { done: members } : { lacks: sick.join(', ') };
		} catch (error) {
			context.signal.throwIfAborted();
			return { lacks: said(error) };
		}
	});
}

async function membersOf(
	{ signal }: Context,
	client: TalosClient,
	[first]: readonly NodeToBring[],
): Promise<ReadonlyMap<string, EtcdMember>> {
	const { messages } = await client.node(first?.node.address ?? '').machine.etcdMemberList({}, { signal, timeout: callTimeout });
	return new Map(messages.flatMap(({ members }) => members.map((member) => [member.hostname, member] as const)));
}

async function sickMembers({ signal }: Context, client: TalosClient, nodes: readonly NodeToBring[]): Promise<readonly string[]> {
	const answers = await Promise.all(
		nodes.map(async ({ node }) => {
			try {
				const { messages } = await client.node(node.address).machine.etcdStatus({}, { signal, timeout: callTimeout });
				const status = messages[0]?.memberStatus;
				if (status === undefined || status.leader === 0n) return [`the etcd of ${node.name} has no leader`];
				return status.errors.map((error) => `the etcd of ${node.name} says ${error}`);
			} catch (error) {
				signal.throwIfAborted();
				return [`the etcd of ${node.name}: ${said(error)}`];
			}
		}),
	);
	return answers.flat();
}

function said(error: unknown): string {
	return error instanceof RpcError ? error.toString() : messageOf(error);
}

/** Milliseconds. A slow machine with two cores starts three nodes at once. */
const apiDeadline = 300_000;
const bootstrapDeadline = 300_000;
/** Learners are promoted one after another, and each node pulls etcd's image first. */
const etcdDeadline = 600_000;
const callTimeout = 10_000;
