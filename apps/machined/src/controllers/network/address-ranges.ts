import { parsedPrefix } from '@ichor/machinery/resources';

/** Addresses of one family next to one another, both ends included. */
export interface AddressRange {
	readonly first: bigint;
	readonly last: bigint;
}

/**
 * The addresses of a family that are in an included network and in no excluded one, from the least on. Ranges do not
 * touch.
 *
 * @param bits of the family: 32 or 128
 */
export function addressRanges(bits: number, include: readonly string[], exclude: readonly string[]): readonly AddressRange[] {
	const excluded = exclude.flatMap((network) => rangeOf(bits, network));
	const parts = include
		.flatMap((network) => rangeOf(bits, network))
		.flatMap((range) => excluded.reduce<readonly AddressRange[]>((left, hole) => left.flatMap((one) => without(one, hole)), [range]));
	const joined: AddressRange[] = [];
	for (const part of [...parts].sort((a, b) => (a.first < b.first ? -1 : 1))) {
		const before = joined.at(-1);
		if (before === undefined || part.first > before.last + 1n) joined.push(part);
		else if (part.last > before.last) joined[joined.length - 1] = { first: before.first, last: part.last };
	}
	return joined;
}

/** Whether these are all addresses of the family. */
export function isEverything(bits: number, [range]: readonly AddressRange[]): boolean {
	return range?.first === 0n && range.last === (1n << BigInt(bits)) - 1n;
}

function rangeOf(bits: number, network: string): readonly AddressRange[] {
	const prefix = parsedPrefix(network);
	if (prefix.bits !== bits) return [];
	const size = 1n << BigInt(bits - prefix.length);
	const first = (prefix.value / size) * size;
	return [{ first, last: first + size - 1n }];
}

function without({ first, last }: AddressRange, hole: AddressRange): readonly AddressRange[] {
	if (hole.last < first || hole.first > last) return [{ first, last }];
	return [
		...(hole.first > first ? [{ first, last: hole.first - 1n }] : []),
		...(hole.last < last ? [{ first: hole.last + 1n, last }] : []),
	];
}
