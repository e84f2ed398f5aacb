import { NodeAddressFilterSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { list, prefix, type SpecOf, specCodec } from '../spec/index.ts';

/** Which of the machine's addresses are meant: those in an included subnet, or any when there is none, and in no excluded one. */
export const NodeAddressFilter = defineResource({
	type: 'NodeAddressFilters.net.talos.dev',
	namespace: 'network',
	printColumns: [
		{ name: 'Include Subnets', jsonPath: '{.includeSubnets}' },
		{ name: 'Exclude Subnets', jsonPath: '{.excludeSubnets}' },
	],
	codec: specCodec(NodeAddressFilterSpecSchema, {
		includeSubnets: list(prefix),
		excludeSubnets: list(prefix),
	}),
});

export type NodeAddressFilterSpec = SpecOf<typeof NodeAddressFilter>;

/** All but those of pods and services, and only those. */
export const noKubernetesFilterId = 'no-k8s';
export const onlyKubernetesFilterId = 'only-k8s';
