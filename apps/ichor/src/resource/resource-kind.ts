import { fromBinary } from '@bufbuild/protobuf';
import { type ResourceDefinitionSpec, ResourceDefinitionSpecSchema } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { RpcError } from '@ichor/rpc';

/** A kind of resources as a node describes it. */
export interface ResourceKind {
	/** Of its definition: `members.cluster.talos.dev`. */
	readonly id: string;
	readonly definition: ResourceDefinitionSpec;
}

/** Every kind that a node has. */
export async function resourceKinds({ state }: TalosServices): Promise<readonly ResourceKind[]> {
	const kinds: ResourceKind[] = [];
	for await (const { resource } of state.list({ namespace: 'meta', type: 'ResourceDefinitions.meta.cosi.dev' })) {
		const { metadata, spec } = resource ?? {};
		if (metadata !== undefined && spec !== undefined) {
			kinds.push({ id: metadata.id, definition: fromBinary(ResourceDefinitionSpecSchema, spec.protoSpec) });
		}
	}
	return kinds;
}

/**
 * The kind that a user means: by the id of its definition, or by one of its aliases, in any case of letters.
 *
 * @throws RpcError when there is none, or several
 */
export function kindNamed(kinds: readonly ResourceKind[], name: string): ResourceKind {
	const wanted = name.toLowerCase();
	const found = kinds.filter(({ id, definition }) => [id, ...definition.allAliases].some((alias) => alias.toLowerCase() === wanted));
	const [kind, other] = found;
	if (kind === undefined) throw new RpcError('not-found', `resource ${JSON.stringify(name)} is not registered`);
	if (other !== undefined) {
		throw new RpcError('invalid-argument', `resource type ${JSON.stringify(name)} is ambiguous: [${found.map(({ id }) => id).join(' ')}]`);
	}
	return kind;
}
