import { AddressSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { flag, named, optional, prefix, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';
import { addressFlagSet, family, scope } from './kernel-words.ts';

/** An address that a link must have; its id is `LINK/ADDRESS`. */
export const addressSpecFields = {
	address: prefix,
	linkName: text,
	family,
	scope,
	flags: addressFlagSet,
	announceWithARP: named('announceWithArp', optional(flag)),
	priority: optional(whole),
	layer: named('configLayer', configLayer),
};

/** An address that a link must have; its id is `LINK/ADDRESS`. */
export const AddressSpec = defineResource({
	type: 'AddressSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(AddressSpecSpecSchema, addressSpecFields),
});

export type AddressSpecSpec = SpecOf<typeof AddressSpec>;

/** Id of an address of a link, of AddressSpec and of AddressStatus. */
export function addressId(linkName: string, address: string): string {
	return `${linkName}/${address}`;
}
