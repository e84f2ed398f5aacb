import { ConfigSpecSchema } from '@ichor/api/resource/definitions/siderolink';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The server that manages this machine through a tunnel. */
export const SiderolinkConfig = defineResource({
	type: 'SiderolinkConfigs.siderolink.talos.dev',
	namespace: 'config',
	printColumns: [
		{ name: 'API Endpoint', jsonPath: '{.apiEndpoint}' },
		{ name: 'Tunnel', jsonPath: '{.tunnel}' },
	],
	sensitive: true,
	codec: specCodec(ConfigSpecSchema, {
		apiEndpoint: text,
		host: text,
		joinToken: text,
		insecure: flag,
		tunnel: flag,
	}),
});

export type SiderolinkConfigSpec = SpecOf<typeof SiderolinkConfig>;

export const siderolinkConfigId = 'siderolink';
