import { OperatorSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { address, choice, flag, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';

const dhcp = {
	routeMetric: whole,
	skipHostnameRequest: optional(flag),
	clientIdentifier: optional(record({ clientIdentifier: choice({ none: 0, mac: 1, duid: 2 }), duidRawHex: optional(text) })),
} as const;

/** What runs on a link and brings configuration of its own: a DHCP client, a virtual IP. */
export const operatorSpecFields = {
	operator: choice({ dhcp4: 0, dhcp6: 1, vip: 2 }),
	linkName: text,
	requireUp: flag,
	dhcp4: optional(record({ ...dhcp, skipRoutes: optional(flag) })),
	dhcp6: optional(record(dhcp)),
	vip: optional(
		record({
			ip: address,
			gratuitousARP: named('gratuitousArp', flag),
			equinixMetal: optional(record({ projectID: named('projectId', text), deviceID: named('deviceId', text), apiToken: text })),
			hcloud: named(
				'hCloud',
				optional(record({ deviceID: named('deviceId', whole), networkID: named('networkId', whole), apiToken: text })),
			),
		}),
	),
	layer: named('configLayer', configLayer),
};

/** Something that must look after a link: DHCP or a shared address. */
export const OperatorSpec = defineResource({
	type: 'OperatorSpecs.net.talos.dev',
	namespace: 'network',
	sensitive: true,
	codec: specCodec(OperatorSpecSpecSchema, operatorSpecFields),
});

export type OperatorSpecSpec = SpecOf<typeof OperatorSpec>;

/** `dhcp4/eth0`, `vip/eth0/10.5.0.100`. */
export function operatorId({ operator, linkName, vip }: Pick<OperatorSpecSpec, 'operator' | 'linkName' | 'vip'>): string {
	return operator === 'vip' ? `vip/${linkName}/${vip?.ip ?? ''}` : `${operator}/${linkName}`;
}
