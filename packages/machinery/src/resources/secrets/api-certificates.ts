import { APICertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { flag, list, nullable, pemCertificateField, pemPairField, type SpecOf, specCodec } from '../spec/index.ts';

/** What apid shows and whom it believes. */
export const ApiCertificates = defineResource({
	type: 'ApiCertificates.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(APICertsSpecSchema, {
		acceptedCAs: list(pemCertificateField),
		/** To other nodes; null but on control planes. */
		client: nullable(pemPairField),
		server: pemPairField,
		/** In maintenance mode nobody has a certificate yet. */
		skipVerifyingClientCert: flag,
	}),
});

export type ApiCertificatesSpec = SpecOf<typeof ApiCertificates>;

export const apiCertificatesId = 'api';
