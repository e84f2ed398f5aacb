import { ConfigSpecSchema } from '@ichor/api/resource/definitions/kubespan';
import { defineResource } from '@ichor/runtime';
import { addressPort, flag, list, optional, prefix, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** Whether and how the machines of the cluster reach each other through WireGuard. */
export const KubeSpanConfig = defineResource({
	type: 'KubeSpanConfigs.kubespan.talos.dev',
	namespace: 'config',
	sensitive: true,
	codec: specCodec(ConfigSpecSchema, {
		enabled: flag,
		clusterId: text,
		sharedSecret: text,
		forceRouting: flag,
		advertiseKubernetesNetworks: flag,
		mtu: optional(whole),
		endpointFilters: optional(list(text)),
		harvestExtraEndpoints: flag,
		extraEndpoints: optional(list(addressPort)),
		excludeAdvertisedNetworks: optional(list(prefix)),
	}),
});

export type KubeSpanConfigSpec = SpecOf<typeof KubeSpanConfig>;

export const kubeSpanConfigId = 'kubespan';
