import { KubernetesDynamicCertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { pemPairField, type SpecOf, specCodec } from '../spec/index.ts';

/** Certificates of the API server, made anew when names or addresses change. */
export const KubernetesDynamicCert = defineResource({
	type: 'KubernetesDynamicCerts.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(KubernetesDynamicCertsSpecSchema, {
		apiServer: pemPairField,
		apiServerKubeletClient: pemPairField,
		frontProxy: pemPairField,
	}),
});

export type KubernetesDynamicCertSpec = SpecOf<typeof KubernetesDynamicCert>;

export const kubernetesDynamicCertId = 'k8s-dynamic-certs';
