import { HostDNSConfigSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { address, addressPort, flag, list, named, optional, type SpecOf, specCodec } from '../spec/index.ts';
import { unseen } from './fields.ts';

/** Whether and where the node has a name server of its own. */
export const HostDNSConfig = defineResource({
	type: 'HostDNSConfigs.net.talos.dev',
	namespace: 'network',
	printColumns: [{ name: 'Enabled', jsonPath: '{.enabled}' }],
	codec: unseen(
		specCodec(HostDNSConfigSpecSchema, {
			enabled: flag,
			listenAddresses: optional(list(addressPort)),
			serviceHostDNSAddress: named('serviceHostDnsAddress', optional(address)),
			resolveMemberNames: optional(flag),
		}),
		'serviceHostDNSAddress',
	),
});

export type HostDNSConfigSpec = SpecOf<typeof HostDNSConfig>;

export const hostDNSConfigId = 'config';
