import { HostnameSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { named, type SpecOf, specCodec, text } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';

/** The name that the machine must have. */
export const hostnameSpecFields = {
	hostname: text,
	domainname: text,
	layer: named('configLayer', configLayer),
};

/** The machine's name as it must be. */
export const HostnameSpec = defineResource({
	type: 'HostnameSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(HostnameSpecSpecSchema, hostnameSpecFields),
});

export type HostnameSpecSpec = SpecOf<typeof HostnameSpec>;
