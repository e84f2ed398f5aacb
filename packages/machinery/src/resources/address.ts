import { parseAddr, parsePrefix } from '../config/scalars/ip.ts';
import { formatAddr } from '../config/scalars/ip-text.ts';

/** An address as messages carry it: its bytes, and its zone as text behind them (Go's netip.Addr.MarshalBinary); empty for none. */
export function addressMessage(text: string): { ip: Uint8Array } {
	if (text === '') return { ip: new Uint8Array() };
	const { bits, value, zone } = parseAddr(text);
	return { ip: Uint8Array.from([...bytesOf(value, bits), ...new TextEncoder().encode(zone)]) };
}

/** The text of an address in a message; empty for one that is not there. */
export function addressText(message: { readonly ip: Uint8Array } | undefined): string {
	const ip = message?.ip ?? new Uint8Array();
	const length = ip.length < 16 ? 4 : 16;
	if (ip.length < length) return '';
	const zone = new TextDecoder().decode(ip.subarray(length));
	return formatAddr({ bits: length === 4 ? 32 : 128, value: numberOf(ip.subarray(0, length)), zone });
}

/** `10.5.0.2/24` as messages carry it; empty for none. */
export function prefixMessage(text: string): { ip: Uint8Array; prefixLength: number } {
	if (text === '') return { ip: new Uint8Array(), prefixLength: 0 };
	const { address, length } = parsePrefix(text);
	return { ip: bytesOf(address.value, address.bits), prefixLength: length };
}

export function prefixText(message: { readonly ip: Uint8Array; readonly prefixLength: number } | undefined): string {
	const address = addressText(message);
	return address === '' ? '' : `${address}/${message?.prefixLength ?? 0}`;
}

/** An address and the length of its network's prefix, as numbers. Throws on what is no prefix. */
export function parsedPrefix(text: string): { readonly bits: number; readonly value: bigint; readonly length: number } {
	const { address, length } = parsePrefix(text);
	return { bits: address.bits, value: address.value, length };
}

function bytesOf(value: bigint, bits: number): Uint8Array<ArrayBuffer> {
	return Uint8Array.from({ length: bits / 8 }, (_, at) => Number((value >> BigInt(bits - 8 - 8 * at)) & 255n));
}

function numberOf(bytes: Uint8Array): bigint {
	return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
