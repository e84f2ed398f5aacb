import { equalData } from './plain-data.ts';
import type { Pointer } from './resource.ts';

/** A resource is running, then torn down until its last finalizer is gone, then destroyed. */
export type Phase = 'running' | 'tearingDown';

/** What every state understands of a resource. */
export interface Metadata {
	readonly namespace: string;
	readonly type: string;
	readonly id: string;
	/** Counts the writes, from 1 on. 0 means not stored yet, which is printed and sent as "undefined". */
	readonly version: number;
	/** The controller that alone may change the resource; empty when anyone may. */
	readonly owner: string;
	readonly phase: Phase;
	/** Milliseconds since 1970. The state sets it, as `updated`. */
	readonly created: number;
	readonly updated: number;
	/** Whoever must still let go before the resource can be destroyed, without repetition. */
	readonly finalizers: readonly string[];
	readonly labels: Pairs;
	readonly annotations: Pairs;
}

/** Keys and values of labels or annotations. Read them with `Object.hasOwn`: keys may come from anywhere. */
export type Pairs = Readonly<Record<string, string>>;

/** Metadata of a resource that is not stored yet. */
export function newMetadata(pointer: Pointer, more: { readonly labels?: Pairs; readonly annotations?: Pairs } = {}): Metadata {
	return {
		namespace: pointer.namespace,
		type: pointer.type,
		id: pointer.id,
		version: 0,
		owner: '',
		phase: 'running',
		created: 0,
		updated: 0,
		finalizers: [],
		labels: more.labels ?? {},
		annotations: more.annotations ?? {},
	};
}

/** Whether two resources have the same metadata but for the times of their last write. */
export function equalMetadata(a: Metadata, b: Metadata): boolean {
	return (
		a.namespace === b.namespace &&
		a.type === b.type &&
		a.id === b.id &&
		a.version === b.version &&
		a.owner === b.owner &&
		a.phase === b.phase &&
		equalData(a.labels, b.labels) &&
		equalData(a.annotations, b.annotations) &&
		a.finalizers.length === b.finalizers.length &&
		a.finalizers.every((finalizer) => b.finalizers.includes(finalizer))
	);
}

/** The version as print and wire have it. */
export function formatVersion(version: number): string {
	return version === 0 ? 'undefined' : String(version);
}

/** Reads what `formatVersion` wrote; undefined when it is neither a whole number nor the word "undefined". */
export function parseVersion(text: string): number | undefined {
	if (text === 'undefined') return 0;
	return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
