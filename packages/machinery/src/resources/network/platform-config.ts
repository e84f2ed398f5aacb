import { PlatformConfigSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { platformMetadataFields } from '../runtime/platform-metadata.ts';
import { address, list, named, optional, record, type SpecOf, specCodec } from '../spec/index.ts';
import { addressSpecFields } from './address-spec.ts';
import { hostnameSpecFields } from './hostname-spec.ts';
import { linkSpecFields } from './link-spec.ts';
import { operatorSpecFields } from './operator-spec.ts';
import { probeSpecFields } from './probe-spec.ts';
import { resolverSpecFields } from './resolver-spec.ts';
import { routeSpecFields } from './route-spec.ts';
import { timeServerSpecFields } from './time-server-spec.ts';

/** The network as the machine's platform describes it. */
export const PlatformConfig = defineResource({
	type: 'PlatformConfigs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(PlatformConfigSpecSchema, {
		addresses: list(record(addressSpecFields)),
		links: list(record(linkSpecFields)),
		routes: list(record(routeSpecFields)),
		hostnames: list(record(hostnameSpecFields)),
		resolvers: list(record(resolverSpecFields)),
		timeServers: list(record(timeServerSpecFields)),
		operators: list(record(operatorSpecFields)),
		externalIPs: named('externalIps', list(address)),
		probes: optional(list(record(probeSpecFields))),
		metadata: optional(record(platformMetadataFields)),
	}),
});

export type PlatformConfigSpec = SpecOf<typeof PlatformConfig>;

/** What holds now, and what was kept from the last boot. */
export const activePlatformConfigId = 'active';
export const cachedPlatformConfigId = 'cached';
