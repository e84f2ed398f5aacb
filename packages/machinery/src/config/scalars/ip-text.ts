import { type IPAddress, parseAddr, parsePrefix } from './ip.ts';

/** The canonical text of an IP address: lower case, shortest, `::ffff:` addresses with their last part dotted. */
export function canonicalAddr(text: string): string {
	return text === '' ? '' : formatAddr(parseAddr(text));
}

/** The canonical text of a prefix: that of its address, and the length. Host bits stay as they were written. */
export function canonicalPrefix(text: string): string {
	if (text === '') return '';
	const { address, length } = parsePrefix(text);
	return `${formatAddr(address)}/${length}`;
}

export function formatAddr({ bits, value, zone }: IPAddress): string {
	if (bits === 32) return dotted(value);
	const text = value >> 32n === 0xffffn ? `::ffff:${dotted(value & 0xffff_ffffn)}` : formatGroups(groupsOf(value));
	return zone === '' ? text : `${text}%${zone}`;
}

function dotted(value: bigint): string {
	const number = Number(value);
	return `${number >>> 24}.${(number >>> 16) & 0xff}.${(number >>> 8) & 0xff}.${number & 0xff}`;
}

function groupsOf(value: bigint): readonly number[] {
	return Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(16 * (7 - index))) & 0xffffn));
}

/** The first of the longest runs of two or more zeros becomes `::`. */
function formatGroups(groups: readonly number[]): string {
	let start = -1;
	let length = 1;
	for (let index = 0; index < groups.length; index++) {
		let end = index;
		while (groups[end] === 0) end++;
		if (end - index > length) {
			start = index;
			length = end - index;
		}
	}
	const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
	return start === -1 ? text(groups) : `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`;
}
