import { equalMetadata, formatVersion, type Metadata } from './metadata.ts';
import { equalData } from './plain-data.ts';

/** Exists for the compiler only: it ties a kind to the spec of its resources. */
declare const specOf: unique symbol;

/** All resources of one type in one namespace. */
export interface Kind<Spec = unknown> {
	readonly namespace: string;
	readonly type: string;
	readonly [specOf]?: Spec;
}

/** One resource, whether it exists or not. */
export interface Pointer<Spec = unknown> extends Kind<Spec> {
	readonly id: string;
}

/**
 * A fact on a machine: metadata that every state understands and a spec that only its type does.
 *
 * Resources are values. A state never changes one that it has given out, and freezes what it is given: to change a
 * resource, make another from it (`withSpec`, or a spread) and hand that to the state.
 */
export interface Resource<Spec = unknown> {
	readonly metadata: Metadata;
	readonly spec: Spec;
}

/** Where a resource is. */
export function pointerTo<Spec>(resource: Resource<Spec>): Pointer<Spec> {
	return resource.metadata;
}

/** The resource with another spec. */
export function withSpec<Spec>(resource: Resource<Spec>, spec: Spec): Resource<Spec> {
	return { ...resource, spec };
}

/** The resource with other metadata. */
export function withMetadata<Spec>(resource: Resource<Spec>, change: Partial<Metadata>): Resource<Spec> {
	return { ...resource, metadata: { ...resource.metadata, ...change } };
}

/** Whether two resources say the same; the times of their last write do not count. */
export function equalResources(a: Resource, b: Resource): boolean {
	return equalMetadata(a.metadata, b.metadata) && equalData(a.spec, b.spec);
}

/** How messages name a resource: `Type(namespace/id@version)`. */
export function describe(pointer: Pointer & { readonly version?: number }): string {
	return `${pointer.type}(${pointer.namespace}/${pointer.id}@${formatVersion(pointer.version ?? 0)})`;
}
