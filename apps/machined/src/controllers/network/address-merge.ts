import { AddressSpec, addressId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** An address of a link is what the highest layer says of it. */
export const addressMergeController = merging({
	name: 'AddressMergeControllers.net.talos.dev',
	type: AddressSpec,
	id: ({ linkName, address }) => addressId(linkName, address),
});
