import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from './object.ts';

/** Whether an apply would change an object: its labels, its annotations, or anything beside its metadata and status. */
export function isDrifted(before: KubernetesObject, after: KubernetesObject): boolean {
	return !isDeepStrictEqual(contentOf(before), contentOf(after));
}

function contentOf(object: KubernetesObject): object {
	const { labels = {}, annotations = {} } = object.metadata;
	return { ...object, metadata: { labels, annotations }, status: undefined };
}
