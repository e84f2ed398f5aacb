import { CertSANSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { address, list, named, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The names and addresses that a certificate is for. */
export const CertSAN = defineResource({
	type: 'CertSANs.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(CertSANSpecSchema, {
		ips: named('iPs', list(address)),
		dnsNames: list(text),
		fqdn: text,
	}),
});

export type CertSANSpec = SpecOf<typeof CertSAN>;

export const apiCertSANId = 'api';
export const kubernetesCertSANId = 'k8s';
export const maintenanceCertSANId = 'maintenance';
