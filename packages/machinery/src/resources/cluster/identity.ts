import { IdentitySpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** Who this machine is among those of its cluster, for as long as its STATE lives. */
export interface IdentitySpec {
	readonly nodeId: string;
}

export const Identity: ResourceType<IdentitySpec> = defineResource({
	type: 'Identities.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [{ name: 'ID', jsonPath: '{.nodeId}' }],
	codec: messageCodec(
		IdentitySpecSchema,
		(spec) => spec,
		({ nodeId }) => ({ nodeId }),
	),
});

export const localIdentityId = 'local';
