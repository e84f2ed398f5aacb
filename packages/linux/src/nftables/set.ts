import { attribute, be32 } from '../netlink/attributes.ts';
import { anonymousName, dataValue, listElement } from './expression.ts';

/** Values that a rule looks one up in. */
export interface NfSet {
	readonly of: keyof typeof keyTypes;
	/** Single values, or the bounds of intervals that do not touch: the first value of one, and the first one behind it. */
	readonly elements: readonly NfElement[];
	readonly intervals: boolean;
}

export interface NfElement {
	readonly key: Buffer;
	/** This is the first value behind an interval. */
	readonly ends?: boolean;
}

/** Bodies, without their header, of NFT_MSG_NEWSET and of the NFT_MSG_NEWSETELEM that fill it. */
export function encodeSet(table: string, id: number, { of, elements, intervals }: NfSet): readonly [Buffer, ...Buffer[]] {
	const [type, length] = keyTypes[of];
	const set = Buffer.concat([
		attribute(1, table),
		attribute(2, anonymousName),
		attribute(3, be32(setFlags.anonymous | setFlags.constant | (intervals ? setFlags.interval : 0))),
		attribute(4, be32(type)),
		attribute(5, be32(length)),
		attribute(10, be32(id)),
	]);
	const parts = Array.from({ length: Math.ceil(elements.length / elementsPerMessage) }, (_, at) =>
		Buffer.concat([
			attribute(1, table),
			attribute(2, anonymousName),
			attribute(3, elements.slice(at * elementsPerMessage, (at + 1) * elementsPerMessage).map(encodeElement)),
			attribute(4, be32(id)),
		]),
	);
	return [set, ...parts];
}

function encodeElement({ key, ends }: NfElement): Buffer {
	return attribute(listElement, [dataValue(1, key), attribute(3, ends === true ? be32(intervalEnd) : undefined)]);
}

/** The length of an attribute has 16 bits; an element of IPv6 takes 36 bytes. */
const elementsPerMessage = 1000;

/** NFT_SET_* and NFT_SET_ELEM_INTERVAL_END of linux/netfilter/nf_tables.h. */
const setFlags = { anonymous: 1, constant: 2, interval: 4 } as const;
const intervalEnd = 1;

/** Length in bytes, and the number by which nft(8) knows how to print it (enum datatypes of nftables' datatype.h). */
const keyTypes = {
	ipv4: [7, 4],
	ipv6: [8, 16],
	port: [13, 2],
	icmpType: [14, 1],
	link: [41, 16],
} as const;
