import { TrustdCertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { list, pemCertificateField, pemPairField, type SpecOf, specCodec } from '../spec/index.ts';

/** What trustd shows. */
export const TrustdCertificates = defineResource({
	type: 'TrustdCertificates.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(TrustdCertsSpecSchema, {
		acceptedCAs: list(pemCertificateField),
		server: pemPairField,
	}),
});

export type TrustdCertificatesSpec = SpecOf<typeof TrustdCertificates>;

export const trustdCertificatesId = 'trustd';
