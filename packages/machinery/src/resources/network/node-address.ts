import { NodeAddressSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { list, prefix, type SpecOf, specCodec } from '../spec/index.ts';
import { noKubernetesFilterId } from './node-address-filter.ts';
import { addressSortAlgorithm } from './node-address-sort-algorithm.ts';

/** Addresses of the machine, with the lengths of their prefixes, the preferred one first. */
export const NodeAddress = defineResource({
	type: 'NodeAddresses.net.talos.dev',
	namespace: 'network',
	printColumns: [
		{ name: 'Addresses', jsonPath: '{.addresses}' },
		{ name: 'SortAlgorithm', jsonPath: '{.sortAlgorithm}' },
	],
	codec: specCodec(NodeAddressSpecSchema, {
		addresses: list(prefix),
		sortAlgorithm: addressSortAlgorithm,
	}),
});

export type NodeAddressSpec = SpecOf<typeof NodeAddress>;

/** The addresses without the lengths of their prefixes. */
export function plainAddresses({ addresses }: NodeAddressSpec): readonly string[] {
	return addresses.map((prefix) => prefix.slice(0, prefix.lastIndexOf('/')));
}

/** The one address that stands for the machine; all that it has; all but those from elsewhere; all that it ever had. */
export const defaultAddressId = 'default';
export const currentAddressId = 'current';
export const routedAddressId = 'routed';
export const accumulativeAddressId = 'accumulative';

/** Id of the addresses that a NodeAddressFilter leaves. */
export function filteredAddressId(id: string, filter: string): string {
	return `${id}-${filter}`;
}

/** The machine's own, none of pods and services: those of now by which others reach it, and all that it ever had. */
export const ownRoutedAddressId = filteredAddressId(routedAddressId, noKubernetesFilterId);
export const ownAccumulativeAddressId = filteredAddressId(accumulativeAddressId, noKubernetesFilterId);
