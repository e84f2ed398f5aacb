import type { Expression, NfElement, NfSet } from '@ichor/linux/nftables';
import { connectionStates, icmpTypes, layer4Protocols, type NfTablesRule, numberOfWord } from '@ichor/machinery/resources';
import { type AddressRange, addressRanges, isEverything } from './address-ranges.ts';

/** The kernel's rules for one of ours: one for each family that its addresses are of, none when no packet can match. */
export function compileRule(rule: NfTablesRule): readonly (readonly Expression[])[] {
	const before = [
		...linkIs('inputLink', rule.matchIIfName),
		...linkIs('outputLink', rule.matchOIfName),
		...markIs(rule.matchMark),
		...stateIs(rule.matchConntrackState),
		...protocolIs(rule.matchLayer4),
	];
	const after = [...layer4Is(rule.matchLayer4), ...limited(rule.matchLimit), ...marked(rule.setMark), ...ending(rule)];
	if (rule.matchSourceAddress === undefined && rule.matchDestinationAddress === undefined && rule.clampMSS === undefined) {
		const whole = [...before, ...after];
		return whole.length === 0 ? [] : [whole];
	}
	return families.flatMap((family) => {
		const source = addressIs(family, family.sourceOffset, rule.matchSourceAddress);
		const destination = addressIs(family, family.destinationOffset, rule.matchDestinationAddress);
		if (source === undefined || destination === undefined) return [];
		return [[...before, ...familyIs(family), ...source, ...destination, ...clamped(family, rule.clampMSS), ...after]];
	});
}

type Family = (typeof families)[number];

/** NFPROTO_IPV4 and NFPROTO_IPV6; where addresses are in the headers (RFC 791, RFC 8200), and how long these are. */
const families = [
	{ name: 'ipv4', number: 2, bits: 32, sourceOffset: 12, destinationOffset: 16, headerLength: 20 },
	{ name: 'ipv6', number: 10, bits: 128, sourceOffset: 8, destinationOffset: 24, headerLength: 40 },
] as const;

function familyIs({ number }: Family): readonly Expression[] {
	return [{ load: 'family' }, { compare: 'equal', with: Buffer.of(number) }];
}

/** Undefined when no packet of the family can match. */
function addressIs(family: Family, offset: number, match: NfTablesRule['matchSourceAddress']): readonly Expression[] | undefined {
	if (match === undefined) return [];
	const { includeSubnets = [], excludeSubnets = [], invert = false } = match;
	const ranges = addressRanges(family.bits, includeSubnets, excludeSubnets);
	const [none, all] = [ranges.length === 0, isEverything(family.bits, ranges)];
	if (invert ? all : none) return undefined;
	if (invert ? none : all) return [];
	const set: NfSet = { of: family.name, intervals: true, elements: ranges.flatMap((range) => boundsOf(range, family.bits)) };
	return [{ loadBytes: { from: 'network', offset, length: family.bits / 8 } }, invert ? { isNotIn: set } : { isIn: set }];
}

function linkIs(load: 'inputLink' | 'outputLink', match: NfTablesRule['matchIIfName']): readonly Expression[] {
	if (match === undefined) return [];
	const set: NfSet = { of: 'link', intervals: false, elements: match.interfaceName.map((name) => ({ key: linkName(name) })) };
	return [{ load }, match.operator === '==' ? { isIn: set } : { isNotIn: set }];
}

function markIs(match: NfTablesRule['matchMark']): readonly Expression[] {
	if (match === undefined) return [];
	return [{ load: 'mark' }, bits(match), { compare: 'equal', with: word(match.value) }];
}

function marked(set: NfTablesRule['setMark']): readonly Expression[] {
	return set === undefined ? [] : [{ load: 'mark' }, bits(set), { storeMark: true }];
}

function stateIs(match: NfTablesRule['matchConntrackState']): readonly Expression[] {
	if (match === undefined) return [];
	const wanted = match.states.reduce((mask, state) => mask | numberOfWord(connectionStates, state), 0);
	return [{ load: 'connectionState' }, bits({ mask: wanted }), { compare: 'notEqual', with: word(0) }];
}

function protocolIs(match: NfTablesRule['matchLayer4']): readonly Expression[] {
	if (match === undefined) return [];
	return [{ load: 'protocol' }, { compare: 'equal', with: Buffer.of(numberOfWord(layer4Protocols, match.protocol)) }];
}

/** Ports and types are in the first bytes of the transport's header. */
function layer4Is(match: NfTablesRule['matchLayer4']): readonly Expression[] {
	const { matchSourcePort, matchDestinationPort, matchICMPType } = match ?? {};
	return [
		...portIs(0, matchSourcePort),
		...portIs(2, matchDestinationPort),
		...(matchICMPType === undefined
			? []
			: ([
					{ loadBytes: { from: 'transport', offset: 0, length: 1 } },
					{
						isIn: {
							of: 'icmpType',
							intervals: false,
							elements: matchICMPType.types.map((type) => ({ key: Buffer.of(numberOfWord(icmpTypes, type)) })),
						},
					},
				] as const)),
	];
}

function portIs(offset: number, match: NonNullable<NfTablesRule['matchLayer4']>['matchSourcePort']): readonly Expression[] {
	if (match === undefined) return [];
	const ranges: AddressRange[] = [];
	for (const { lo, hi } of [...(match.ranges ?? [])].sort((a, b) => a.lo - b.lo)) {
		const last = ranges.at(-1);
		if (last === undefined || BigInt(lo) > last.last + 1n) ranges.push({ first: BigInt(lo), last: BigInt(hi) });
		else if (BigInt(hi) > last.last) ranges[ranges.length - 1] = { first: last.first, last: BigInt(hi) };
	}
	return [
		{ loadBytes: { from: 'transport', offset, length: portBits / 8 } },
		{ isIn: { of: 'port', intervals: true, elements: ranges.flatMap((range) => boundsOf(range, portBits)) } },
	];
}

/** A range that goes to the last value has no end. */
function boundsOf({ first, last }: AddressRange, bitCount: number): readonly NfElement[] {
	const behind = last + 1n;
	const begin = { key: bigEndian(first, bitCount / 8) };
	return behind === 1n << BigInt(bitCount) ? [begin] : [begin, { key: bigEndian(behind, bitCount / 8), ends: true }];
}

function limited(match: NfTablesRule['matchLimit']): readonly Expression[] {
	return match === undefined ? [] : [{ packetsPerSecond: match.packetRatePerSecond }];
}

/** Lowers the largest segment that the first packets of a connection of TCP announce to what a link can carry. */
function clamped({ headerLength }: Family, clamp: NfTablesRule['clampMSS']): readonly Expression[] {
	if (clamp === undefined) return [];
	const largest = bigEndian(BigInt(clamp.mtu - headerLength - tcpHeaderLength - tcpOptionsLength), 2);
	return [
		{ load: 'protocol' },
		{ compare: 'equal', with: Buffer.of(layer4Protocols.tcp) },
		{ loadBytes: { from: 'transport', offset: tcpFlagsOffset, length: 1 } },
		{ mask: Buffer.of(tcpSyn | tcpReset), xor: Buffer.of(0) },
		{ compare: 'equal', with: Buffer.of(tcpSyn) },
		{ loadTcpOption: maximumSegmentSize },
		{ compare: 'greater', with: largest },
		{ immediate: largest },
		{ storeTcpOption: maximumSegmentSize },
	];
}

function ending({ anonymousCounter, verdict }: NfTablesRule): readonly Expression[] {
	return [...(anonymousCounter === true ? [{ count: true } as const] : []), ...(verdict === undefined ? [] : [{ verdict }])];
}

function bits({ mask = 0, xor = 0 }: { readonly mask?: number; readonly xor?: number }): Expression {
	return { mask: word(mask), xor: word(xor) };
}

/** In the order of the machine, as marks and states are. */
function word(value = 0): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value >>> 0);
	return bytes;
}

function bigEndian(value: bigint, length: number): Buffer {
	return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}

/** IFNAMSIZ of linux/if.h. */
function linkName(name: string): Buffer {
	const bytes = Buffer.alloc(16);
	bytes.write(name);
	return bytes;
}

const portBits = 16;

/** RFC 9293: the header, where its flags are, and the option of kind 2; the options that upstream reckons with. */
const tcpHeaderLength = 20;
const tcpOptionsLength = 12;
const tcpFlagsOffset = 13;
const tcpSyn = 0x02;
const tcpReset = 0x04;
const maximumSegmentSize = { kind: 2, offset: 2, length: 2 };
