import { ConfigSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** Through what the machines of a cluster find each other. */
export interface DiscoveryConfigSpec {
	readonly discoveryEnabled: boolean;
	readonly registryKubernetesEnabled: boolean;
	readonly registryServiceEnabled: boolean;
	/** `HOST:PORT`. */
	readonly serviceEndpoint: string;
	readonly serviceEndpointInsecure?: boolean;
	/** 32 bytes. */
	readonly serviceEncryptionKey: readonly number[];
	readonly serviceClusterID: string;
}

export const DiscoveryConfig: ResourceType<DiscoveryConfigSpec> = defineResource({
	type: 'DiscoveryConfigs.cluster.talos.dev',
	namespace: 'config',
	sensitive: true,
	codec: messageCodec(
		ConfigSpecSchema,
		({ serviceEncryptionKey, serviceClusterID, ...rest }) => ({
			...rest,
			serviceEncryptionKey: Uint8Array.from(serviceEncryptionKey),
			serviceClusterId: serviceClusterID,
		}),
		(message) => ({
			discoveryEnabled: message.discoveryEnabled,
			registryKubernetesEnabled: message.registryKubernetesEnabled,
			registryServiceEnabled: message.registryServiceEnabled,
			serviceEndpoint: message.serviceEndpoint,
			...(message.serviceEndpointInsecure ? { serviceEndpointInsecure: true } : {}),
			serviceEncryptionKey: [...message.serviceEncryptionKey],
			serviceClusterID: message.serviceClusterId,
		}),
	),
});

export const discoveryConfigId = 'cluster';
