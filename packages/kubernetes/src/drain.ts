import { type Context, pause } from '@ichor/std';
import type { KubernetesClient } from './client.ts';
import { KubernetesError } from './errors.ts';
import type { KubernetesObject } from './object.ts';
import { patiently } from './patiently.ts';

/** What becomes of pods that a node is drained of. */
export interface Drain {
	/** Seconds that each has to end; undefined for what each asks for itself. */
	readonly gracePeriod?: number;
	/** Whether pods go that nothing makes anew elsewhere. */
	readonly unmanaged?: boolean;
	/** Whether an API server that is away is waited for, for three minutes: one that is upgraded comes back. */
	readonly waitsForServer?: boolean;
	/** @param pod NAMESPACE/NAME */
	evicting(pod: string): void;
	/** @param failure why it is still there */
	evicted(pod: string, failure?: unknown): void;
}

/**
 * Moves the pods of a node elsewhere: evicts each, and waits until it is gone. Pods of the node itself, of a DaemonSet and,
 * unless they are wanted too, of nobody stay. A budget that forbids an eviction is waited for. The others go on past a pod
 * that cannot be evicted.
 *
 * @throws KubernetesError when the pods cannot be listed, the context's reason when it is cancelled
 */
export async function drainNode(context: Context, client: KubernetesClient, node: string, drain: Drain): Promise<void> {
	const ask = async <T>(question: () => Promise<T>): Promise<T> =>
		drain.waitsForServer === true ? await patiently(context, question, (error) => hasCode(error, 'unavailable')) : await question();
	const path = `/api/v1/pods?fieldSelector=spec.nodeName%3D${encodeURIComponent(node)}`;
	const { items } = await ask(async () => await client.list<Pod>(context, path));
	await Promise.all(
		items
			.filter((pod) => isMovable(pod, drain.unmanaged === true))
			.map(async (pod) => {
				const name = `${pod.metadata.namespace}/${pod.metadata.name}`;
				drain.evicting(name);
				try {
					await evict(context, client, ask, pod, drain.gracePeriod);
				} catch (error) {
					context.signal.throwIfAborted();
					drain.evicted(name, error);
					return;
				}
				drain.evicted(name);
			}),
	);
}

interface Pod extends KubernetesObject {
	readonly metadata: KubernetesObject['metadata'] & {
		readonly ownerReferences?: readonly { readonly kind: string; readonly controller?: boolean }[];
	};
}

/** A static pod has an object that only mirrors it. */
function isMovable({ metadata: { annotations, ownerReferences = [] } }: Pod, unmanaged: boolean): boolean {
	const controller = ownerReferences.find((owner) => owner.controller === true);
	if (annotations?.['kubernetes.io/config.mirror'] !== undefined) return false;
	return controller === undefined ? unmanaged : controller.kind !== 'DaemonSet';
}

/** Asks the API server something, again where it is away. */
type Ask = <T>(question: () => Promise<T>) => Promise<T>;

async function evict(
	context: Context,
	client: KubernetesClient,
	ask: Ask,
	{ metadata: { name, namespace = '', uid } }: Pod,
	gracePeriod: number | undefined,
): Promise<void> {
	const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
	const deleteOptions = gracePeriod === undefined ? {} : { gracePeriodSeconds: gracePeriod };
	const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace }, deleteOptions };
	for (;;) {
		try {
			await ask(async () => await client.create(context, `${path}/eviction`, eviction));
			break;
		} catch (error) {
			if (hasCode(error, 'not-found')) return;
			if (!hasCode(error, 'busy')) throw error;
			await pause(context, budgetPause);
		}
	}
	const until = gracePeriod === undefined ? Infinity : performance.now() + (gracePeriod + 5) * 1000;
	while (performance.now() < until) {
		if (!(await ask(async () => await isThere(context, client, path, uid)))) return;
		await pause(context, gonePause);
	}
	throw new KubernetesError('failed', 'the pod is still running on the node');
}

async function isThere(context: Context, client: KubernetesClient, path: string, uid: string | undefined): Promise<boolean> {
	try {
		return (await client.find(context, path))?.metadata.uid === uid;
	} catch (error) {
		// a node is not let see a pod that is no longer on it (NodeRestriction)
		if (hasCode(error, 'forbidden')) return false;
		throw error;
	}
}

function hasCode(error: unknown, code: KubernetesError['code']): boolean {
	return error instanceof KubernetesError && error.code === code;
}

/** Milliseconds between questions. */
const budgetPause = 5000;
const gonePause = 500;
