import { type NodeAddressSortAlgorithmSpec, parsedPrefix } from '@ichor/machinery/resources';

/** Orders addresses with their prefix lengths: negative when the first one comes first. */
export type AddressOrder = (left: string, right: string) => number;

/** The order of an algorithm (upstream: controllers/network/internal/addressutil). */
export function addressOrder(algorithm: NodeAddressSortAlgorithmSpec['algorithm']): AddressOrder {
	return algorithm === 'v2' ? nestedFirst : byNumber;
}

/** Whether an address, with or without a prefix length, is in a network. */
export function isWithin(network: string, address: string): boolean {
	const outer = parsedPrefix(network);
	const inner = parsedPrefix(address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`);
	const shift = BigInt(outer.bits - outer.length);
	return outer.bits === inner.bits && outer.value >> shift === inner.value >> shift;
}

/** The addresses that a filter leaves: those in an included network, or any when there is none, and in no excluded one. */
export function filtered(addresses: readonly string[], include: readonly string[], exclude: readonly string[]): readonly string[] {
	return addresses.filter(
		(address) =>
			(include.length === 0 || include.some((network) => isWithin(network, address))) &&
			!exclude.some((network) => isWithin(network, address)),
	);
}

/** IPv4 before IPv6, then by the address, then by the length of the prefix. */
function byNumber(left: string, right: string): number {
	const [a, b] = [parsedPrefix(left), parsedPrefix(right)];
	return a.bits - b.bits || compare(a.value, b.value) || a.length - b.length;
}

/** IPv4 before IPv6; of the same address the longer prefix first; of nested networks the inner one first. */
function nestedFirst(left: string, right: string): number {
	const [a, b] = [parsedPrefix(left), parsedPrefix(right)];
	if (a.bits !== b.bits) return a.bits - b.bits;
	if (a.value === b.value) return b.length - a.length;
	return Number(isWithin(left, right)) - Number(isWithin(right, left)) || compare(a.value, b.value);
}

function compare(left: bigint, right: bigint): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
