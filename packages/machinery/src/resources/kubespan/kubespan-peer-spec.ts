import { PeerSpecSpecSchema } from '@ichor/api/resource/definitions/kubespan';
import { defineResource } from '@ichor/runtime';
import { address, addressPort, list, prefix, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A peer that is to be reached; the id is its public key. */
export const KubeSpanPeerSpec = defineResource({
	type: 'KubeSpanPeerSpecs.kubespan.talos.dev',
	namespace: 'kubespan',
	printColumns: [
		{ name: 'Label', jsonPath: '{.label}' },
		{ name: 'Endpoints', jsonPath: '{.endpoints}' },
	],
	codec: specCodec(PeerSpecSpecSchema, {
		address: address,
		allowedIPs: list(prefix),
		endpoints: list(addressPort),
		label: text,
	}),
});

export type KubeSpanPeerSpecSpec = SpecOf<typeof KubeSpanPeerSpec>;
