import { NodeAddressSortAlgorithmSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { choice, type SpecOf, specCodec } from '../spec/index.ts';

/** v1: by their numbers. v2: IPv4 first, the narrower of two nested networks first. */
export const addressSortAlgorithm = choice({ v1: 0, v2: 1 });

/** How the machine's addresses are ordered. */
export const NodeAddressSortAlgorithm = defineResource({
	type: 'NodeAddressSortAlgorithms.net.talos.dev',
	namespace: 'network',
	printColumns: [{ name: 'Algorithm', jsonPath: '{.algorithm}' }],
	codec: specCodec(NodeAddressSortAlgorithmSpecSchema, {
		algorithm: addressSortAlgorithm,
	}),
});

export type NodeAddressSortAlgorithmSpec = SpecOf<typeof NodeAddressSortAlgorithm>;

export const nodeAddressSortAlgorithmId = 'default';
