import { NodeAddressSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { prefixMessage, prefixText } from '../address.ts';
import { messageCodec } from '../codec.ts';

/** Addresses of the machine, with the lengths of their prefixes, the preferred one first. */
export interface NodeAddressSpec {
	readonly addresses: readonly string[];
	readonly sortAlgorithm: 'v1';
}

export const NodeAddress: ResourceType<NodeAddressSpec> = defineResource({
	type: 'NodeAddresses.net.talos.dev',
	namespace: 'network',
	printColumns: [
		{ name: 'Addresses', jsonPath: '{.addresses}' },
		{ name: 'SortAlgorithm', jsonPath: '{.sortAlgorithm}' },
	],
	codec: messageCodec(
		NodeAddressSpecSchema,
		({ addresses }) => ({ addresses: addresses.map(prefixMessage) }),
		({ addresses }) => ({ addresses: addresses.map(prefixText), sortAlgorithm: 'v1' }),
	),
});

/** The addresses without the lengths of their prefixes. */
export function plainAddresses({ addresses }: NodeAddressSpec): readonly string[] {
	return addresses.map((prefix) => prefix.slice(0, prefix.lastIndexOf('/')));
}

/** The one address that stands for the machine; all that it has; all but those of Kubernetes; all that it ever had. */
export const defaultAddressId = 'default';
export const currentAddressId = 'current';
export const routedAddressId = 'routed';
export const accumulativeAddressId = 'accumulative';
