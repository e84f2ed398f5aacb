import { PeerStatusSpecSchema } from '@ichor/api/resource/definitions/kubespan';
import { defineResource } from '@ichor/runtime';
import { addressPort, moment, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { peerState } from './peer-state.ts';

/** How a peer is reached; the id is its public key. */
export const KubeSpanPeerStatus = defineResource({
	type: 'KubeSpanPeerStatuses.kubespan.talos.dev',
	namespace: 'kubespan',
	printColumns: [
		{ name: 'Label', jsonPath: '{.label}' },
		{ name: 'Endpoint', jsonPath: '{.endpoint}' },
		{ name: 'State', jsonPath: '{.state}' },
		{ name: 'Rx', jsonPath: '{.receiveBytes}' },
		{ name: 'Tx', jsonPath: '{.transmitBytes}' },
	],
	codec: specCodec(PeerStatusSpecSchema, {
		endpoint: addressPort,
		label: text,
		state: peerState,
		receiveBytes: whole,
		transmitBytes: whole,
		lastHandshakeTime: moment,
		lastUsedEndpoint: addressPort,
		lastEndpointChange: moment,
	}),
});

export type KubeSpanPeerStatusSpec = SpecOf<typeof KubeSpanPeerStatus>;
