import { ProbeSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { duration, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';

/** Something on the network that must answer; its id is `tcp:ENDPOINT` or the name of the document. */
export const probeSpecFields = {
	interval: duration,
	failureThreshold: whole,
	tcp: optional(record({ endpoint: text, timeout: duration })),
	layer: named('configLayer', configLayer),
};

export const ProbeSpec = defineResource({
	type: 'ProbeSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(ProbeSpecSpecSchema, probeSpecFields),
});

export type ProbeSpecSpec = SpecOf<typeof ProbeSpec>;
