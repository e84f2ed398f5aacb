import ipaddr from 'ipaddr.js';
import { LinuxError } from '../errors.ts';

/** The text of an IP address of four or sixteen bytes; empty for one that is not there. Throws LinuxError "malformed". */
export function addressFrom(bytes: Buffer | undefined): string {
	if (bytes === undefined || bytes.length === 0) return '';
	if (bytes.length !== 4 && bytes.length !== 16) throw new LinuxError('malformed', `an address of ${bytes.length} bytes`);
	const address = ipaddr.fromByteArray([...bytes]);
	return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString();
}

/** The bytes of an IP address. Throws LinuxError "invalid-argument". */
export function bytesOfAddress(text: string): Buffer {
	if (!ipaddr.isValid(text)) throw new LinuxError('invalid-argument', `${JSON.stringify(text)} is no IP address`);
	return Buffer.from(ipaddr.parse(text).toByteArray());
}

/** `10.5.0.0/24`; empty when there is neither. */
export function prefixFrom(bytes: Buffer | undefined, length: number): string {
	const address = addressFrom(bytes);
	return address === '' ? '' : `${address}/${length}`;
}

/** Address and length of `10.5.0.0/24`. */
export function splitPrefix(prefix: string): { readonly address: string; readonly length: number } {
	const at = prefix.lastIndexOf('/');
	if (at < 0) throw new LinuxError('invalid-argument', `${JSON.stringify(prefix)} has no length`);
	return { address: prefix.slice(0, at), length: Number(prefix.slice(at + 1)) };
}

/** `aa:bb:cc:dd:ee:ff`. */
export function hardwareAddressFrom(bytes: Buffer | undefined): string {
	return bytes === undefined ? '' : [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

export function bytesOfHardwareAddress(text: string): Buffer {
	return Buffer.from(text.replaceAll(':', ''), 'hex');
}
