import { OSRootSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { address, list, nullable, pemCertificateField, pemPairField, type SpecOf, specCodec, text } from '../spec/index.ts';

/** What the certificates of the machine API come from. */
export const OSRoot = defineResource({
	type: 'OSRootSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(OSRootSpecSchema, {
		/** Null but where certificates are issued: on control planes. */
		issuingCA: nullable(pemPairField),
		acceptedCAs: list(pemCertificateField),
		certSANIPs: list(address),
		certSANDNSNames: list(text),
		token: text,
	}),
});

export type OSRootSpec = SpecOf<typeof OSRoot>;

export const osRootId = 'os';
