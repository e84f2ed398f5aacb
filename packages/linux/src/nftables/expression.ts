import { attribute, be32, be64, u8 } from '../netlink/attributes.ts';
import type { NfSet } from './set.ts';

/** One step of a rule, on the one register that all our rules use. A rule goes on while what it compares is so. */
export type Expression =
	| { readonly load: keyof typeof metaKeys | 'connectionState' }
	| { readonly loadBytes: { readonly from: keyof typeof headers; readonly offset: number; readonly length: number } }
	/** `register = (register & mask) ^ xor` */
	| { readonly mask: Buffer; readonly xor: Buffer }
	| { readonly compare: keyof typeof comparisons; readonly with: Buffer }
	| { readonly isIn: NfSet }
	| { readonly isNotIn: NfSet }
	| { readonly packetsPerSecond: number }
	| { readonly immediate: Buffer }
	/** A port, where `destinationNat` takes it from. */
	| { readonly immediatePort: Buffer }
	/** Counts packets from 0 to below this and begins again; 32 bits in the machine's own order. */
	| { readonly countTo: number }
	/** Leads to the address in the register, and to the port that `immediatePort` has given. */
	| { readonly destinationNat: 'ipv4' }
	/** From the address that the packet leaves by. */
	| { readonly masquerade: true }
	| { readonly storeMark: true }
	| { readonly loadTcpOption: TcpOption }
	| { readonly storeTcpOption: TcpOption }
	| { readonly count: true }
	| { readonly verdict: keyof typeof verdicts };

/** A part of an option of TCP (the kinds of RFC 9293, section 3.1), its kind and length being bytes 0 and 1. */
export interface TcpOption {
	readonly kind: number;
	readonly offset: number;
	readonly length: number;
}

/**
 * An element of NFTA_RULE_EXPRESSIONS.
 *
 * @param idOfSet makes a set for this rule alone, as the kernel wants it; returns its number in the batch
 */
export function encodeExpression(expression: Expression, idOfSet: (set: NfSet) => number): Buffer {
	const [name, attributes] = encode(expression, idOfSet);
	return attribute(listElement, [attribute(expressionName, name), attribute(expressionData, attributes)]);
}

/** NF_DROP and NF_ACCEPT of linux/netfilter.h. */
export const verdicts = { drop: 0, accept: 1 } as const;

/** NFTA_DATA_VALUE: bytes as they are. */
export function dataValue(type: number, value: Buffer): Buffer {
	return attribute(type, [attribute(1, value)]);
}

/** NFTA_LIST_ELEM */
export const listElement = 1;

type Encoded = readonly [name: string, attributes: readonly Buffer[]];

/** Attributes by their numbers in linux/netfilter/nf_tables.h: NFTA_META_*, NFTA_CT_*, NFTA_PAYLOAD_*, and so on. */
function encode(expression: Expression, idOfSet: (set: NfSet) => number): Encoded {
	if ('load' in expression) {
		if (expression.load === 'connectionState') return ['ct', [attribute(1, register), attribute(2, connectionState)]];
		return ['meta', [attribute(1, register), attribute(2, be32(metaKeys[expression.load]))]];
	}
	if ('storeMark' in expression) return ['meta', [attribute(2, be32(metaKeys.mark)), attribute(3, register)]];
	if ('loadBytes' in expression) {
		const { from, offset, length } = expression.loadBytes;
		return ['payload', [attribute(1, register), attribute(2, be32(headers[from])), attribute(3, be32(offset)), attribute(4, be32(length))]];
	}
	if ('mask' in expression) {
		const { mask, xor } = expression;
		return [
			'bitwise',
			[attribute(1, register), attribute(2, register), attribute(3, be32(mask.length)), dataValue(4, mask), dataValue(5, xor)],
		];
	}
	if ('compare' in expression)
		return ['cmp', [attribute(1, register), attribute(2, be32(comparisons[expression.compare])), dataValue(3, expression.with)]];
	if ('isIn' in expression) return lookup(idOfSet(expression.isIn), false);
	if ('isNotIn' in expression) return lookup(idOfSet(expression.isNotIn), true);
	if ('packetsPerSecond' in expression) {
		const { packetsPerSecond: rate } = expression;
		// a burst of one second
		return ['limit', [attribute(1, be64(rate)), attribute(2, be64(1)), attribute(3, be32(rate)), attribute(4, be32(packets))]];
	}
	if ('immediate' in expression) return ['immediate', [attribute(1, register), dataValue(2, expression.immediate)]];
	if ('immediatePort' in expression) return ['immediate', [attribute(1, portRegister), dataValue(2, expression.immediatePort)]];
	if ('countTo' in expression)
		return ['numgen', [attribute(1, register), attribute(2, be32(expression.countTo)), attribute(3, incremental)]];
	if ('destinationNat' in expression)
		return ['nat', [attribute(1, destination), attribute(2, be32(ipv4)), attribute(3, register), attribute(5, portRegister)]];
	if ('masquerade' in expression) return ['masq', []];
	if ('loadTcpOption' in expression) return ['exthdr', [attribute(1, register), ...tcpOption(expression.loadTcpOption)]];
	if ('storeTcpOption' in expression) return ['exthdr', [...tcpOption(expression.storeTcpOption), attribute(7, register)]];
	if ('count' in expression) return ['counter', []];
	const code = [attribute(1, be32(verdicts[expression.verdict]))];
	return ['immediate', [attribute(1, be32(verdictRegister)), attribute(2, [attribute(2, code)])]];
}

function lookup(set: number, inverted: boolean): Encoded {
	return [
		'lookup',
		[
			attribute(1, anonymousName),
			attribute(2, register),
			attribute(4, be32(set)),
			attribute(5, inverted ? be32(invertedLookup) : undefined),
		],
	];
}

function tcpOption({ kind, offset, length }: TcpOption): readonly Buffer[] {
	return [attribute(2, u8(kind)), attribute(3, be32(offset)), attribute(4, be32(length)), attribute(6, be32(tcpOptions))];
}

/** What a set without a name is called until the kernel has numbered it. */
export const anonymousName = '__set%d';

const expressionName = 1;
const expressionData = 2;

/**
 * NFT_REG_1 and _2, NFT_REG_VERDICT, NFT_CT_STATE, NFT_LOOKUP_F_INV, NFT_LIMIT_PKTS, NFT_EXTHDR_OP_TCPOPT,
 * NFT_NG_INCREMENTAL, NFT_NAT_DNAT, NFPROTO_IPV4.
 */
const register = be32(1);
const portRegister = be32(2);
const verdictRegister = 0;
const connectionState = be32(0);
const invertedLookup = 1;
const packets = 0;
const tcpOptions = 1;
const incremental = be32(0);
const destination = be32(1);
const ipv4 = 2;

/** NFT_META_*: names of links are 16 bytes, the mark is in the machine's own order. */
const metaKeys = { mark: 3, inputLink: 6, outputLink: 7, family: 15, protocol: 16 } as const;

/** NFT_PAYLOAD_*_HEADER */
const headers = { network: 1, transport: 2 } as const;

/** NFT_CMP_* */
const comparisons = { equal: 0, notEqual: 1, greater: 4 } as const;
