import { TrustdCertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';
import { certificateMessage, certificateOf, type PemCertificate, type PemPair, pairMessage, pairOf } from '../pem.ts';

/** What trustd shows. */
export interface TrustdCertificatesSpec {
	readonly acceptedCAs: readonly PemCertificate[];
	readonly server: PemPair;
}

export const TrustdCertificates: ResourceType<TrustdCertificatesSpec> = defineResource({
	type: 'TrustdCertificates.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: messageCodec(
		TrustdCertsSpecSchema,
		({ acceptedCAs, server }) => ({ acceptedCAs: acceptedCAs.map(certificateMessage), server: pairMessage(server) }),
		({ acceptedCAs, server }) => ({ acceptedCAs: acceptedCAs.map(certificateOf), server: pairOf(server) }),
	),
});

export const trustdCertificatesId = 'trustd';
