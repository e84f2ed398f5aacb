import { create } from '@bufbuild/protobuf';
import { type Timestamp, TimestampSchema } from '@bufbuild/protobuf/wkt';
import { MetadataSchema, ResourceSchema, SpecSchema, type Metadata as WireMetadata, type Resource as WireResource } from '@ichor/api/cosi';
import { formatVersion, type Kind, type Metadata, parseVersion, type Resource, type TypeRegistry } from '@ichor/runtime';
import { RpcError } from '../errors.ts';

/** The spec of a resource whose type is not known here, as it was on the wire. */
export interface RawSpec {
	readonly proto: Uint8Array;
	readonly yaml: string;
}

/** Makes messages of resources, each only once: what a state gives out never changes. */
export class ResourceEncoder {
	readonly #registry: TypeRegistry;
	readonly #toYaml: (view: unknown) => string;
	readonly #encoded = new WeakMap<Resource, WireResource>();

	/** @param toYaml prints the view of a spec as one YAML document */
	constructor(registry: TypeRegistry, toYaml: (view: unknown) => string) {
		this.#registry = registry;
		this.#toYaml = toYaml;
	}

	encode(resource: Resource): WireResource {
		const known = this.#encoded.get(resource);
		if (known !== undefined) return known;
		const { metadata, spec } = resource;
		const encoded = create(ResourceSchema, {
			metadata: encodeMetadata(metadata),
			spec: spec === undefined ? {} : this.#encodeSpec(metadata, spec),
		});
		this.#encoded.set(resource, encoded);
		return encoded;
	}

	#encodeSpec({ type }: Metadata, spec: unknown): { readonly protoSpec: Uint8Array; readonly yamlSpec: string } {
		if (isRawSpec(spec)) return { protoSpec: spec.proto, yamlSpec: spec.yaml };
		const codec = this.#registry.find(type)?.codec;
		if (codec === undefined) throw new RpcError('internal', `resources of type ${type} cannot be sent: the type is not registered`);
		return { protoSpec: codec.encode(spec), yamlSpec: this.#toYaml(codec.view(spec)) };
	}
}

/** A kind as a resource without id and spec: what an event that is about no resource carries. */
export function encodeKind({ namespace, type }: Kind): WireResource {
	return create(ResourceSchema, { metadata: { namespace, type, version: formatVersion(0), phase: 'running' }, spec: {} });
}

/**
 * Reads a resource. The spec of a type that the registry does not know, or of any type without a registry, is a RawSpec;
 * a resource without spec has none.
 *
 * @throws RpcError "internal" when it is no resource
 */
export function decodeResource(wire: WireResource | undefined, registry: TypeRegistry | undefined): Resource {
	if (wire?.metadata === undefined) throw new RpcError('internal', 'the server has sent a resource without metadata');
	const { protoSpec, yamlSpec } = wire.spec ?? create(SpecSchema);
	const metadata = decodeMetadata(wire.metadata);
	const codec = registry?.find(metadata.type)?.codec;
	// a spec that says nothing is an empty message, but it has been printed
	if (codec !== undefined && (protoSpec.length > 0 || yamlSpec !== '')) return { metadata, spec: codec.decode(protoSpec) };
	return {
		metadata,
		spec: protoSpec.length === 0 && yamlSpec === '' ? undefined : ({ proto: protoSpec, yaml: yamlSpec } satisfies RawSpec),
	};
}

function encodeMetadata({ created, updated, version, labels, annotations, finalizers, ...same }: Metadata): WireMetadata {
	return create(MetadataSchema, {
		...same,
		version: formatVersion(version),
		created: encodeTime(created),
		updated: encodeTime(updated),
		labels: { ...labels },
		annotations: { ...annotations },
		finalizers: [...finalizers],
	});
}

function decodeMetadata(wire: WireMetadata): Metadata {
	const { namespace, type, id, owner, labels, annotations, finalizers } = wire;
	const version = parseVersion(wire.version);
	if (version === undefined) throw new RpcError('internal', `error parsing version: "${wire.version}" of ${type}(${namespace}/${id})`);
	if (wire.phase !== 'running' && wire.phase !== 'tearingDown') throw new RpcError('internal', `unknown phase: ${wire.phase}`);
	const times = { created: decodeTime(wire.created), updated: decodeTime(wire.updated) };
	return { namespace, type, id, version, owner, phase: wire.phase, ...times, finalizers, labels, annotations };
}

function encodeTime(milliseconds: number): Timestamp {
	const seconds = Math.floor(milliseconds / 1000);
	return create(TimestampSchema, { seconds: BigInt(seconds), nanos: (milliseconds - seconds * 1000) * 1_000_000 });
}

function decodeTime(time: Timestamp | undefined): number {
	return time === undefined ? 0 : Number(time.seconds) * 1000 + Math.floor(time.nanos / 1_000_000);
}

function isRawSpec(spec: unknown): spec is RawSpec {
	return typeof spec === 'object' && spec !== null && 'proto' in spec && spec.proto instanceof Uint8Array && 'yaml' in spec;
}
