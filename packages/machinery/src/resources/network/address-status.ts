import { AddressStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { address, optional, prefix, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { unseen } from './fields.ts';
import { addressFlagSet, family, scope } from './kernel-words.ts';

/** An address that a link has; its id is `LINK/ADDRESS`. */
export const AddressStatus = defineResource({
	type: 'AddressStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['address', 'addresses'],
	printColumns: [
		{ name: 'Address', jsonPath: '{.address}' },
		{ name: 'Link', jsonPath: '{.linkName}' },
	],
	codec: unseen(
		specCodec(AddressStatusSpecSchema, {
			address: prefix,
			local: optional(address),
			broadcast: optional(address),
			anycast: optional(address),
			multicast: optional(address),
			linkIndex: whole,
			linkName: text,
			family,
			scope,
			flags: addressFlagSet,
			priority: whole,
		}),
		'local',
		'broadcast',
		'anycast',
		'multicast',
	),
});

export type AddressStatusSpec = SpecOf<typeof AddressStatus>;
