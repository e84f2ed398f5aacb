import { type Context, messageOf, pause } from '@ichor/std';
import type { KubernetesClient } from './client.ts';
import { KubernetesError } from './errors.ts';
import type { KubernetesObject } from './object.ts';

/** The whole of what is watched, whenever any of it has changed. */
export type ObjectEvent<T> = ReadonlyMap<string, T>;

/**
 * Keeps telling what is under a path: at first, and after each change. Survives everything that ends a watch (its end,
 * an API server that is gone for a while, a version that is too old): it lists again.
 *
 * @param path of a collection, with a selector when not all of it is meant
 * @param told called with all objects by `namespace/name`
 * @throws the context's reason when it is cancelled; KubernetesError when the caller is not let
 */
export async function watchObjects<T extends KubernetesObject = KubernetesObject>(
	context: Context,
	client: KubernetesClient,
	path: string,
	told: (objects: ObjectEvent<T>) => void,
): Promise<never> {
	for (;;) {
		try {
			await watchOnce(context, client, path, told);
		} catch (error) {
			context.signal.throwIfAborted();
			if (!(error instanceof KubernetesError) || error.code === 'unauthorized' || error.code === 'forbidden') throw error;
			context.log('debug', 'a watch has ended', { path, error: messageOf(error) });
		}
		await pause(context, retryPause);
	}
}

/** Milliseconds before an API server that went away is asked again. */
const retryPause = 1000;

async function watchOnce<T extends KubernetesObject>(
	context: Context,
	client: KubernetesClient,
	path: string,
	told: (objects: ObjectEvent<T>) => void,
): Promise<void> {
	const { items, resourceVersion } = await client.list<T>(context, path);
	const objects = new Map(items.map((item) => [keyOf(item), item]));
	told(new Map(objects));
	const query = `watch=true&allowWatchBookmarks=true&resourceVersion=${resourceVersion}&timeoutSeconds=${watchTime}`;
	for await (const line of client.lines(context, `${path}${path.includes('?') ? '&' : '?'}${query}`)) {
		const { type, object } = JSON.parse(line) as WatchLine<T>;
		if (type === 'BOOKMARK') continue;
		if (type === 'ERROR') throw new KubernetesError('expired', `the watch of ${path} has ended: ${String(object['message'] ?? 'error')}`);
		if (type === 'DELETED') objects.delete(keyOf(object));
		else objects.set(keyOf(object), object);
		told(new Map(objects));
	}
}

/** Seconds after which the server ends a watch that nothing else has ended: a connection that died silently is noticed then. */
const watchTime = 300;

interface WatchLine<T> {
	readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
	readonly object: T;
}

function keyOf({ metadata: { namespace = '', name } }: KubernetesObject): string {
	return `${namespace}/${name}`;
}
