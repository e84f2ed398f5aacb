import { newMetadata, type Pairs } from './metadata.ts';
import type { Kind, Pointer, Resource } from './resource.ts';

/** What a type of resource is called, where it lives and how people see it. */
export interface ResourceTypeOptions<Spec = unknown> {
	/** Plural name in capitals, then a domain: `Members.cluster.talos.dev`. */
	readonly type: string;
	/** Where a resource of this type is unless told otherwise. */
	readonly namespace: string;
	/** Names that people may type, besides those that follow from the type. */
	readonly aliases?: readonly string[];
	/** False leaves only `aliases`: for a type whose own name another one claims. */
	readonly automaticAliases?: boolean;
	readonly printColumns?: readonly PrintColumn[];
	/** Sensitive resources are for administrators only. */
	readonly sensitive?: boolean;
	readonly codec: SpecCodec<Spec>;
}

/** A column of a table of resources. */
export interface PrintColumn {
	readonly name: string;
	/** JSONPath in the spec as people see it, in braces: `{.hostname}`. */
	readonly jsonPath: string;
}

/** How a spec leaves the process and comes back. */
export interface SpecCodec<Spec = unknown> {
	/** The message of this type, encoded. */
	encode(spec: Spec): Uint8Array;
	/** Reads what `encode` wrote. Throws when the bytes are no such message. */
	decode(bytes: Uint8Array): Spec;
	/** The spec as people see it in YAML and JSON: plain data, its keys in the order in which they are printed. */
	view(spec: Spec): unknown;
}

/** A type of resource: the one value through which a program makes, names and reads its resources. */
export interface ResourceType<Spec = unknown> extends ResourceTypeOptions<Spec> {
	/** All resources of this type in its own namespace. */
	readonly kind: Kind<Spec>;
	/** The resource of an id in the type's own namespace. */
	pointer(id: string): Pointer<Spec>;
	/** A resource that is not stored yet. */
	resource(id: string, spec: Spec, more?: NewResourceOptions): Resource<Spec>;
}

export interface NewResourceOptions {
	/** Another namespace than the type's own. */
	readonly namespace?: string;
	readonly labels?: Pairs;
	readonly annotations?: Pairs;
}

/** Declares a type of resource. */
export function defineResource<Spec>(options: ResourceTypeOptions<Spec>): ResourceType<Spec> {
	const { type, namespace } = options;
	return {
		...options,
		kind: { namespace, type },
		pointer: (id) => ({ namespace, type, id }),
		resource: (id, spec, more = {}) => ({ metadata: newMetadata({ namespace: more.namespace ?? namespace, type, id }, more), spec }),
	};
}
