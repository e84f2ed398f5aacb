import { KubernetesOfCluster } from '@ichor/cluster/health';
import { type Condition, type Drain, drainNode, isReady, type KubernetesClient, type KubernetesObject } from '@ichor/kubernetes';
import { parseDuration } from '@ichor/machinery/duration';
import { Nodename, nodenameId } from '@ichor/machinery/resources';
import { background, type Context, pause, withTimeout } from '@ichor/std';
import { failureText } from '../nodes/failure-text.ts';
import { fileInArchive } from '../nodes/file-in-archive.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';
import { ProgressReporter, type ProgressUpdate } from '../output/progress-reporter.ts';

/** How long the eviction of pods, and the wait until nodes are ready again, may take, in Go's spelling, and how both are shown. */
export interface DrainOptions {
	readonly drainTimeout: string;
	readonly timeout: string;
	readonly progress: 'auto' | 'plain';
}

/**
 * Does something to machines while they are no place for pods: cordons their nodes and moves their pods elsewhere before;
 * waits until the nodes are ready and gives them back afterwards, also when the action has failed. Pods that nothing makes
 * anew are lost, and so is what pods keep in the node's memory or on its disk.
 *
 * @throws Error when a node cannot be cordoned or drained, with nothing done to the machine; else what the action throws
 */
export async function whileDrained(session: NodeSession, options: DrainOptions, action: () => Promise<void>): Promise<void> {
	const progress = new NodesProgress(new ProgressReporter(session.terminal, options.progress));
	const kubernetes = new KubernetesOfCluster(async ({ signal }) => {
		// of whichever machine answers: a worker has none
		const { machine } = session.client.nodes([]);
		return await fileInArchive('kubeconfig', bytesOf(machine.kubeconfig({}, { signal })));
	}, '');
	try {
		const nodes = await Promise.all(session.nodes.map(async (address) => await nodenameOf(session, address)));
		const limited = limit(session, options.drainTimeout);
		const client = await reach(kubernetes, limited, 'drain');
		await Promise.all(nodes.map(async (node) => await cordonAndDrain(limited, client, node, progress)));
		try {
			await action();
		} finally {
			const ready = limit(session, options.timeout);
			const again = await reach(kubernetes, ready, 'uncordon');
			await Promise.all(nodes.map(async (node) => await uncordon(ready, again, node, progress)));
		}
	} finally {
		kubernetes.close();
	}
}

function limit({ signal }: NodeSession, timeout: string): Context {
	return withTimeout({ ...background, signal }, Number(parseDuration(timeout) / 1_000_000n));
}

async function reach(kubernetes: KubernetesOfCluster, context: Context, purpose: string): Promise<KubernetesClient> {
	return await kubernetes.client(context).catch((error: unknown): never => {
		throw new Error(`error creating Kubernetes client for ${purpose}: ${failureText(error)}`, { cause: error });
	});
}

async function nodenameOf({ client, signal }: NodeSession, address: string): Promise<string> {
	try {
		const { resource } = await client.node(address).state.get(Nodename.pointer(nodenameId), { signal });
		return Nodename.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()).nodename;
	} catch (error) {
		const why = `error getting Kubernetes node name from Talos API: ${failureText(error)}`;
		throw new Error(`error resolving Kubernetes node name for ${address}: ${why}`, { cause: error });
	}
}

async function cordonAndDrain(context: Context, client: KubernetesClient, node: string, progress: NodesProgress): Promise<void> {
	const say = (message: string, status: ProgressUpdate['status'] = 'running') => progress.update(node, message, status);
	say('cordoning node');
	await setSchedulable(context, client, node, false).catch((error: unknown): never => {
		throw new Error(`error cordoning node ${JSON.stringify(node)}: ${failureText(error)}`, { cause: error });
	});
	say('node cordoned');
	say('draining node');
	const failures: string[] = [];
	const drain: Drain = {
		unmanaged: true,
		evicting: (pod) => say(`evicting pod ${pod}`),
		evicted(pod, failure) {
			if (failure === undefined) return say(`evicted pod ${pod}`);
			failures.push(pod);
			say(`failed to evict pod ${pod}: ${failureText(failure)}`, 'error');
		},
	};
	await drainNode(context, client, node, drain).catch((error: unknown): never => {
		throw new Error(`error draining node ${JSON.stringify(node)}: ${failureText(error)}`, { cause: error });
	});
	if (failures.length > 0) throw new Error(`error draining node ${JSON.stringify(node)}: ${failures.join(', ')} could not be evicted`);
	say('node drained', 'succeeded');
}

async function uncordon(context: Context, client: KubernetesClient, node: string, progress: NodesProgress): Promise<void> {
	progress.update(node, 'waiting for node to become Ready', 'running');
	while (!(await saysReady(context, client, node))) await pause(context, readyPause);
	progress.update(node, 'uncordoning node', 'running');
	await setSchedulable(context, client, node, true);
	progress.update(node, 'node uncordoned', 'succeeded');
}

/** An API server that does not answer may be the one of the machine that restarts. */
async function saysReady(context: Context, client: KubernetesClient, name: string): Promise<boolean> {
	const node = await client.find<Node>(context, `/api/v1/nodes/${name}`).catch((): undefined => {
		context.signal.throwIfAborted();
		return undefined;
	});
	return node !== undefined && isReady(node);
}

interface Node extends KubernetesObject {
	readonly status?: { readonly conditions?: readonly Condition[] };
}

async function setSchedulable(context: Context, client: KubernetesClient, node: string, schedulable: boolean): Promise<void> {
	await client.patch(context, `/api/v1/nodes/${node}`, { spec: { unschedulable: schedulable ? null : true } });
}

/** What every node is at, as one message. */
class NodesProgress {
	readonly #reporter: ProgressReporter;
	readonly #latest = new Map<string, ProgressUpdate>();

	constructor(reporter: ProgressReporter) {
		this.#reporter = reporter;
	}

	update(node: string, message: string, status: ProgressUpdate['status']): void {
		this.#latest.set(node, { message: `${node}: ${message}`, status });
		const updates = [...this.#latest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, update]) => update);
		const statuses = new Set(updates.map((update) => update.status));
		this.#reporter.report({
			message: updates.map((update) => update.message).join('\n'),
			status: (['error', 'running'] as const).find((one) => statuses.has(one)) ?? 'succeeded',
		});
	}
}

/** Milliseconds between questions (upstream: 5 s). */
const readyPause = 1000;
