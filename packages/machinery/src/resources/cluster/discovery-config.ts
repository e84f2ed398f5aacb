import { ConfigSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource } from '@ichor/runtime';
import { flag, numbers, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Through what the machines of a cluster find each other. */
export const DiscoveryConfig = defineResource({
	type: 'DiscoveryConfigs.cluster.talos.dev',
	namespace: 'config',
	sensitive: true,
	codec: specCodec(ConfigSpecSchema, {
		discoveryEnabled: flag,
		registryKubernetesEnabled: flag,
		registryServiceEnabled: flag,
		/** `HOST:PORT`. */
		serviceEndpoint: text,
		serviceEndpointInsecure: optional(flag),
		/** 32 bytes. */
		serviceEncryptionKey: numbers,
		serviceClusterID: text,
	}),
});

export type DiscoveryConfigSpec = SpecOf<typeof DiscoveryConfig>;

export const discoveryConfigId = 'cluster';
