import { DiscoveryRefreshRequestSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, whole } from '../spec/index.ts';

/** Asks for the disks to be looked at again; the number grows with every request. */
export const DiscoveryRefreshRequest = defineResource({
	type: 'DiscoveryRefreshRequests.block.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Request', jsonPath: '{.request}' }],
	codec: specCodec(DiscoveryRefreshRequestSpecSchema, {
		request: whole,
	}),
});

export type DiscoveryRefreshRequestSpec = SpecOf<typeof DiscoveryRefreshRequest>;

export const discoveryRefreshId = 'refresh';
