import { type IPAddress, type IPPrefix, parseAddr, parsePrefix } from './ip.ts';
import { attempt, TextRefusal } from './refusal.ts';

/** `0.0.0.0` or `::`: the address of no machine. */
export function isUnspecified({ value, zone }: IPAddress): boolean {
	return value === 0n && zone === '';
}

/** No bit is set behind the prefix. */
export function isMasked(prefix: IPPrefix): boolean {
	return BigInt.asUintN(hostBits(prefix), prefix.address.value) === 0n;
}

/** How many bits of the prefix's addresses are free. */
export function hostBits({ address, length }: IPPrefix): number {
	return address.bits - length;
}

/** The two networks have an address in common. */
export function overlap(a: IPPrefix, b: IPPrefix): boolean {
	if (a.address.bits !== b.address.bits) return false;
	const free = BigInt(Math.max(hostBits(a), hostBits(b)));
	return a.address.value >> free === b.address.value >> free;
}

/** An address of either version of IP. */
export function isAddress(text: string): boolean {
	return isRead(() => parseAddr(text));
}

/** `192.0.2.0/24` or `192.0.2.1`, of either version of IP: what a filter of addresses consists of. */
export function isSubnetOrAddress(text: string): boolean {
	return isRead(() => parsePrefix(text)) || isAddress(text);
}

/** An address without a zone: what Go's net.ParseIP reads. */
export function isPlainAddress(text: string): boolean {
	const address = attempt(() => parseAddr(text));
	return !(address instanceof TextRefusal) && address.zone === '';
}

/** An address with the length of its prefix, which may have leading zeros: what Go's net.ParseCIDR reads. */
export function isCIDR(text: string): boolean {
	const [, host = '', length = ''] = /^([^/]*)\/(\d+)$/.exec(text) ?? [];
	const address = attempt(() => parseAddr(host));
	return length !== '' && !(address instanceof TextRefusal) && address.zone === '' && Number(length) <= address.bits;
}

function isRead(read: () => unknown): boolean {
	return !(attempt(read) instanceof TextRefusal);
}
