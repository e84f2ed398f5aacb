import type { Bytes } from './der.ts';
import { PkiError } from './errors.ts';

/**
 * The 4 or 16 bytes of an IP address; an IPv4 address inside an IPv6 one counts as IPv4.
 *
 * Throws PkiError for anything else, zones included.
 */
export async function addressBytes(text: string): Promise<Bytes> {
	const { default: ipaddr } = await import('ipaddr.js');
	if (ipaddr.IPv4.isValidFourPartDecimal(text)) return Uint8Array.from(ipaddr.IPv4.parse(text).toByteArray());
	if (text.includes('%') || !ipaddr.IPv6.isValid(text)) throw new PkiError('malformed', `invalid IP: ${text}`);
	const address = ipaddr.IPv6.parse(text);
	return Uint8Array.from(address.isIPv4MappedAddress() ? address.toIPv4Address().toByteArray() : address.toByteArray());
}
