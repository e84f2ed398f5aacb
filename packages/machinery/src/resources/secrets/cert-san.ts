import { CertSANSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { addressMessage, addressText } from '../address.ts';
import { messageCodec } from '../codec.ts';

/** The names and addresses that a certificate is for. */
export interface CertSANSpec {
	readonly ips: readonly string[];
	readonly dnsNames: readonly string[];
	readonly fqdn: string;
}

export const CertSAN: ResourceType<CertSANSpec> = defineResource({
	type: 'CertSANs.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: messageCodec(
		CertSANSpecSchema,
		({ ips, dnsNames, fqdn }) => ({ iPs: ips.map(addressMessage), dnsNames: [...dnsNames], fqdn }),
		({ iPs, dnsNames, fqdn }) => ({ ips: iPs.map(addressText), dnsNames, fqdn }),
	),
});

export const apiCertSANId = 'api';
