import { OSRootSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { addressMessage, addressText } from '../address.ts';
import { messageCodec } from '../codec.ts';
import { certificateMessage, certificateOf, type PemCertificate, type PemPair, pairMessage, pairOf } from '../pem.ts';

/** What the certificates of the machine API come from. */
export interface OSRootSpec {
	/** Only where certificates are issued: on control planes. */
	readonly issuingCA?: PemPair;
	readonly acceptedCAs: readonly PemCertificate[];
	readonly certSANIPs: readonly string[];
	readonly certSANDNSNames: readonly string[];
	readonly token: string;
}

export const OSRoot: ResourceType<OSRootSpec> = defineResource({
	type: 'OSRootSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: messageCodec(
		OSRootSpecSchema,
		({ issuingCA, acceptedCAs, certSANIPs, certSANDNSNames, token }) => ({
			...(issuingCA === undefined ? {} : { issuingCa: pairMessage(issuingCA) }),
			acceptedCAs: acceptedCAs.map(certificateMessage),
			certSaniPs: certSANIPs.map(addressMessage),
			certSandnsNames: [...certSANDNSNames],
			token,
		}),
		({ issuingCa, acceptedCAs, certSaniPs, certSandnsNames, token }) => ({
			...(issuingCa === undefined ? {} : { issuingCA: pairOf(issuingCa) }),
			acceptedCAs: acceptedCAs.map(certificateOf),
			certSANIPs: certSaniPs.map(addressText),
			certSANDNSNames: certSandnsNames,
			token,
		}),
	),
});

export const osRootId = 'os';
