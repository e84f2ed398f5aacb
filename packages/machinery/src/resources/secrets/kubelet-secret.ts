import { KubeletSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { list, optional, pemCertificateField, type SpecOf, specCodec, text, url } from '../spec/index.ts';

/** What the kubelet joins the cluster with. */
export const KubeletSecret = defineResource({
	type: 'KubeletSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(KubeletSpecSchema, {
		endpoint: url,
		/** The name that the certificate there is for, where the endpoint does not say it. */
		endpointTLSServerName: optional(text),
		acceptedCAs: list(pemCertificateField),
		bootstrapTokenID: text,
		bootstrapTokenSecret: text,
	}),
});

export type KubeletSecretSpec = SpecOf<typeof KubeletSecret>;

export const kubeletSecretId = 'kubelet';
