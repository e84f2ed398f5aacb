import { type Context, messageOf, pause } from '@ichor/std';
import type { KubernetesClient } from './client.ts';
import { KubernetesError } from './errors.ts';
import type { KubernetesObject } from './object.ts';

/**
 * Moves the pods of a node elsewhere: evicts each that a controller makes anew on another node, and waits until it is gone.
 * Pods of the node itself, of a DaemonSet and of nobody stay. A pod that cannot be evicted is a warning, as the others go.
 *
 * @throws KubernetesError when the pods cannot be listed, the context's reason when it is cancelled
 */
export async function drainNode(context: Context, client: KubernetesClient, node: string): Promise<void> {
	const { items } = await client.list<Pod>(context, `/api/v1/pods?fieldSelector=spec.nodeName%3D${encodeURIComponent(node)}`);
	await Promise.all(
		items.filter(isMovable).map(async (pod) => {
			const name = `${pod.metadata.namespace}/${pod.metadata.name}`;
			context.log('info', 'evicting pod', { pod: name });
			await evict(context, client, pod).catch((error: unknown) => {
				context.signal.throwIfAborted();
				context.log('warn', 'failed to evict pod', { pod: name, error: messageOf(error) });
			});
		}),
	);
}

interface Pod extends KubernetesObject {
	readonly metadata: KubernetesObject['metadata'] & {
		readonly ownerReferences?: readonly { readonly kind: string; readonly controller?: boolean }[];
	};
}

/** A static pod has an object that only mirrors it. */
function isMovable({ metadata: { annotations, ownerReferences = [] } }: Pod): boolean {
	const controller = ownerReferences.find((owner) => owner.controller === true);
	return annotations?.['kubernetes.io/config.mirror'] === undefined && controller !== undefined && controller.kind !== 'DaemonSet';
}

async function evict(context: Context, client: KubernetesClient, { metadata: { name, namespace = '', uid } }: Pod): Promise<void> {
	const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
	const eviction = {
		apiVersion: 'policy/v1',
		kind: 'Eviction',
		metadata: { name, namespace },
		deleteOptions: { gracePeriodSeconds },
	};
	for (;;) {
		try {
			await client.create(context, `${path}/eviction`, eviction);
			break;
		} catch (error) {
			if (hasCode(error, 'not-found')) return;
			if (!hasCode(error, 'busy')) throw error;
			await pause(context, budgetPause);
		}
	}
	const until = performance.now() + (gracePeriodSeconds + 5) * 1000;
	while (performance.now() < until) {
		if (!(await isThere(context, client, path, uid))) return;
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

/** Seconds that a pod has to end (upstream: 60). */
const gracePeriodSeconds = 60;
/** Milliseconds between questions. */
const budgetPause = 5000;
const gonePause = 500;
