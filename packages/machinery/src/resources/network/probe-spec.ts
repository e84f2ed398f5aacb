import { ProbeSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { duration, named, optional, record, type SpecOf, specCodec, text, url, whole } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';

/** Something on the network that must answer. */
export const probeSpecFields = {
	interval: duration,
	failureThreshold: whole,
	tcp: optional(record({ endpoint: text, timeout: duration })),
	http: optional(record({ url, timeout: duration })),
	layer: named('configLayer', configLayer),
};

/** What must answer for the network to count as reachable. */
export const ProbeSpec = defineResource({
	type: 'ProbeSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(ProbeSpecSpecSchema, probeSpecFields),
});

export type ProbeSpecSpec = SpecOf<typeof ProbeSpec>;

/** `tcp:192.0.2.1:443`, `http:https://example.org/`; a name and a password in the URL are left out. */
export function probeId({ tcp, http }: Pick<ProbeSpecSpec, 'tcp' | 'http'>): string {
	if (tcp !== undefined) return `tcp:${tcp.endpoint}`;
	return `http:${(http?.url ?? '').replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1')}`;
}
