import { AddressStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { prefixMessage, prefixText } from '../address.ts';
import { messageCodec } from '../codec.ts';

/** An address that a link has; its id is `LINK/ADDRESS`. */
export interface AddressStatusSpec {
	readonly address: string;
	readonly linkIndex: number;
	readonly linkName: string;
	readonly family: 'inet4' | 'inet6';
	readonly scope: 'global' | 'link' | 'host';
	readonly priority: number;
}

/** AF_INET, AF_INET6 (socket(2)) and rtnetlink(7)'s scopes. */
const families = { inet4: 2, inet6: 10 } as const;
const scopes = { global: 0, link: 253, host: 254 } as const;

export const AddressStatus: ResourceType<AddressStatusSpec> = defineResource({
	type: 'AddressStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['address', 'addresses'],
	printColumns: [
		{ name: 'Address', jsonPath: '{.address}' },
		{ name: 'Link', jsonPath: '{.linkName}' },
	],
	codec: messageCodec(
		AddressStatusSpecSchema,
		({ address, family, scope, linkIndex, linkName, priority }) => ({
			address: prefixMessage(address),
			linkIndex,
			linkName,
			priority,
			family: families[family],
			scope: scopes[scope],
		}),
		({ address, linkIndex, linkName, family, scope, priority }) => ({
			address: prefixText(address),
			linkIndex,
			linkName,
			family: Number(family) === families.inet6 ? 'inet6' : 'inet4',
			scope: Number(scope) === scopes.host ? 'host' : Number(scope) === scopes.link ? 'link' : 'global',
			priority,
		}),
	),
});
