import { EndpointSpecSchema } from '@ichor/api/resource/definitions/kubespan';
import { defineResource } from '@ichor/runtime';
import { addressPort, type SpecOf, specCodec, text } from '../spec/index.ts';

/** An address at which a peer has been reached. */
export const KubeSpanEndpoint = defineResource({
	type: 'KubeSpanEndpoints.kubespan.talos.dev',
	namespace: 'kubespan',
	printColumns: [
		{ name: 'Endpoint', jsonPath: '{.endpoint}' },
		{ name: 'Affiliate ID', jsonPath: '{.affiliateID}' },
	],
	codec: specCodec(EndpointSpecSchema, {
		affiliateID: text,
		endpoint: addressPort,
	}),
});

export type KubeSpanEndpointSpec = SpecOf<typeof KubeSpanEndpoint>;
