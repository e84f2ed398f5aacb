import { attribute, numberIn, readAttributeList, readAttributes, textIn } from '../netlink/attributes.ts';

/** A bit of a set that the kernel tells by name. */
export interface Bit {
	readonly index: number;
	readonly name: string;
	readonly on: boolean;
}

/** Reads a verbose bitset (ETHTOOL_A_BITSET_* of linux/ethtool_netlink.h): every bit that is in its mask, or is set when it has none. */
export function readBitset(bytes: Buffer | undefined): readonly Bit[] {
	if (bytes === undefined) return [];
	const set = readAttributes(bytes);
	const onlySet = set.has(noMask);
	return readAttributeList(set.get(bits) ?? Buffer.alloc(0)).map(([, bit]) => {
		const of = readAttributes(bit);
		return { index: numberIn(of.get(bitIndex)) ?? 0, name: textIn(of.get(bitName)), on: onlySet || of.has(bitValue) };
	});
}

/** The bits to change, by name. Without a mask those that are not named are cleared. */
export function encodeBitset(type: number, values: Readonly<Record<string, boolean>>, masked = true): Buffer {
	const named = Object.entries(values).map(([name, on]) =>
		attribute(oneBit, [attribute(bitName, name), attribute(bitValue, on ? Buffer.alloc(0) : undefined)]),
	);
	return attribute(type, [attribute(noMask, masked ? undefined : Buffer.alloc(0)), attribute(bits, named)]);
}

const noMask = 1;
const bits = 3;
const oneBit = 1;
const bitIndex = 1;
const bitName = 2;
const bitValue = 3;
