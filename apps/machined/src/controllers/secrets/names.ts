import { type AlternativeNames, addressBytes } from '@ichor/machinery/pki';
import type { CertSANSpec } from '@ichor/machinery/resources';

/** The names and addresses of a certificate as its extension carries them. */
export async function alternativeNames({ dnsNames, ips }: Pick<CertSANSpec, 'dnsNames' | 'ips'>): Promise<AlternativeNames> {
	return { dnsNames: [...dnsNames], addresses: await Promise.all(ips.map(async (ip) => await addressBytes(ip))) };
}
