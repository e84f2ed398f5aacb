import { KubernetesRootSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { address, list, pemCertificateField, pemKeyField, pemPairField, type SpecOf, specCodec, text, url } from '../spec/index.ts';

/** What everything secret in Kubernetes comes from. */
export const KubernetesRoot = defineResource({
	type: 'KubernetesRootSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(KubernetesRootSpecSchema, {
		name: text,
		endpoint: url,
		local_endpoint: url,
		certSANs: list(text),
		apiServerIPs: list(address),
		dnsDomain: text,
		issuingCA: pemPairField,
		acceptedCAs: list(pemCertificateField),
		serviceAccount: pemKeyField,
		aggregatorCA: pemPairField,
		aesCBCEncryptionSecret: text,
		bootstrapTokenID: text,
		bootstrapTokenSecret: text,
		secretboxEncryptionSecret: text,
	}),
});

export type KubernetesRootSpec = SpecOf<typeof KubernetesRoot>;

export const kubernetesRootId = 'k8s';
