import { IdentitySpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** Who this machine is among those of its cluster, for as long as its STATE lives. */
export const Identity = defineResource({
	type: 'Identities.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [{ name: 'ID', jsonPath: '{.nodeId}' }],
	codec: specCodec(IdentitySpecSchema, {
		nodeId: text,
	}),
});

export type IdentitySpec = SpecOf<typeof Identity>;

export const localIdentityId = 'local';
