import { ConfigSpecSchema } from '@ichor/api/resource/definitions/kubeaccess';
import { defineResource } from '@ichor/runtime';
import { flag, list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Who in Kubernetes may call the API of the machines. */
export const KubernetesAccessConfig = defineResource({
	type: 'KubernetesAccessConfigs.cluster.talos.dev',
	namespace: 'config',
	codec: specCodec(ConfigSpecSchema, {
		enabled: flag,
		allowedAPIRoles: list(text),
		allowedKubernetesNamespaces: list(text),
	}),
});

export type KubernetesAccessConfigSpec = SpecOf<typeof KubernetesAccessConfig>;

export const kubernetesAccessConfigId = 'config';
