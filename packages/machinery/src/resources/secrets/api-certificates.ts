import { APICertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';
import { certificateMessage, certificateOf, type PemCertificate, type PemPair, pairMessage, pairOf } from '../pem.ts';

/** What apid shows and whom it believes. */
export interface ApiCertificatesSpec {
	readonly acceptedCAs: readonly PemCertificate[];
	/** To other nodes; control planes only. */
	readonly client?: PemPair;
	readonly server: PemPair;
	/** In maintenance mode nobody has a certificate yet. */
	readonly skipVerifyingClientCert?: boolean;
}

export const ApiCertificates: ResourceType<ApiCertificatesSpec> = defineResource({
	type: 'ApiCertificates.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: messageCodec(
		APICertsSpecSchema,
		({ acceptedCAs, client, server, skipVerifyingClientCert = false }) => ({
			acceptedCAs: acceptedCAs.map(certificateMessage),
			...(client === undefined ? {} : { client: pairMessage(client) }),
			server: pairMessage(server),
			skipVerifyingClientCert,
		}),
		({ acceptedCAs, client, server, skipVerifyingClientCert }) => ({
			acceptedCAs: acceptedCAs.map(certificateOf),
			...(client === undefined ? {} : { client: pairOf(client) }),
			server: pairOf(server),
			...(skipVerifyingClientCert ? { skipVerifyingClientCert } : {}),
		}),
	),
});

export const apiCertificatesId = 'api';
