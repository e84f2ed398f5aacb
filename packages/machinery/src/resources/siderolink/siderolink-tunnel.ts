import { TunnelSpecSchema } from '@ichor/api/resource/definitions/siderolink';
import { defineResource } from '@ichor/runtime';
import { addressPort, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** The tunnel to the managing server, when it goes through gRPC. */
export const SiderolinkTunnel = defineResource({
	type: 'SiderolinkTunnels.siderolink.talos.dev',
	namespace: 'config',
	printColumns: [
		{ name: 'API Endpoint', jsonPath: '{.apiEndpoint}' },
		{ name: 'Link name', jsonPath: '{.linkName}' },
		{ name: 'MTU', jsonPath: '{.mtu}' },
		{ name: 'Node address', jsonPath: '{.nodeAddress}' },
	],
	sensitive: true,
	codec: specCodec(TunnelSpecSchema, {
		apiEndpoint: text,
		linkName: text,
		mtu: whole,
		nodeAddress: addressPort,
	}),
});

export type SiderolinkTunnelSpec = SpecOf<typeof SiderolinkTunnel>;

export const siderolinkTunnelId = 'siderolink-tunnel';
