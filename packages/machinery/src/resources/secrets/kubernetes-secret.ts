import { KubernetesCertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** The kubeconfigs of the control plane and of the administrator. */
export const KubernetesSecret = defineResource({
	type: 'KubernetesSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(KubernetesCertsSpecSchema, {
		schedulerKubeconfig: text,
		controllerManagerKubeconfig: text,
		localhostAdminKubeconfig: text,
		adminKubeconfig: text,
	}),
});

export type KubernetesSecretSpec = SpecOf<typeof KubernetesSecret>;

export const kubernetesSecretId = 'k8s-certs';
