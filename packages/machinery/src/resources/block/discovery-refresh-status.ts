import { DiscoveryRefreshStatusSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, whole } from '../spec/index.ts';

/** The last request whose look at the disks is over. */
export const DiscoveryRefreshStatus = defineResource({
	type: 'DiscoveryRefreshStatuses.block.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Request', jsonPath: '{.request}' }],
	codec: specCodec(DiscoveryRefreshStatusSpecSchema, {
		request: whole,
	}),
});

export type DiscoveryRefreshStatusSpec = SpecOf<typeof DiscoveryRefreshStatus>;
