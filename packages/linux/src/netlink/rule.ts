import { LinuxError } from '../errors.ts';
import { bytesOfAddress, prefixFrom, splitPrefix } from './address-bytes.ts';
import { attribute, numberIn, readAttributes, textIn, u8 } from './attributes.ts';

/** A rule of the routing policy as rtnetlink(7) tells it. */
export interface Rule {
	readonly family: number;
	/** Where from and where to; empty for anywhere. */
	readonly source: string;
	readonly destination: string;
	readonly table: number;
	readonly priority: number;
	/** FR_ACT_* */
	readonly action: number;
	readonly inLinkName: string;
	readonly outLinkName: string;
	readonly mark: number;
	readonly markMask: number;
	/** RTPROT_*: who made it. */
	readonly protocol: number;
}

/** Reads the body of RTM_NEWRULE. Throws LinuxError "malformed". */
export function readRule(body: Buffer): Rule {
	if (body.length < headerSize) throw new LinuxError('malformed', `a routing rule of ${body.length} bytes`);
	const attributes = readAttributes(body.subarray(headerSize));
	return {
		family: body.readUInt8(0),
		source: prefixFrom(attributes.get(fra.source), body.readUInt8(2)),
		destination: prefixFrom(attributes.get(fra.destination), body.readUInt8(1)),
		table: numberIn(attributes.get(fra.table)) ?? body.readUInt8(4),
		priority: numberIn(attributes.get(fra.priority)) ?? 0,
		action: body.readUInt8(7),
		inLinkName: textIn(attributes.get(fra.inLink)),
		outLinkName: textIn(attributes.get(fra.outLink)),
		mark: numberIn(attributes.get(fra.mark)) ?? 0,
		markMask: numberIn(attributes.get(fra.markMask)) ?? 0,
		protocol: numberIn(attributes.get(fra.protocol)) ?? 0,
	};
}

/** The body of RTM_NEWRULE and RTM_DELRULE. */
export function encodeRule(rule: Rule): Buffer {
	const source = rule.source === '' ? undefined : splitPrefix(rule.source);
	const destination = rule.destination === '' ? undefined : splitPrefix(rule.destination);
	const header = Buffer.alloc(headerSize);
	header.writeUInt8(rule.family, 0);
	header.writeUInt8(destination?.length ?? 0, 1);
	header.writeUInt8(source?.length ?? 0, 2);
	header.writeUInt8(rule.table < 256 ? rule.table : 0, 4);
	header.writeUInt8(rule.action, 7);
	return Buffer.concat([
		header,
		attribute(fra.source, source === undefined ? undefined : bytesOfAddress(source.address)),
		attribute(fra.destination, destination === undefined ? undefined : bytesOfAddress(destination.address)),
		attribute(fra.table, rule.table),
		attribute(fra.priority, rule.priority),
		attribute(fra.inLink, rule.inLinkName === '' ? undefined : rule.inLinkName),
		attribute(fra.outLink, rule.outLinkName === '' ? undefined : rule.outLinkName),
		attribute(fra.mark, rule.mark === 0 ? undefined : rule.mark),
		attribute(fra.markMask, rule.mark === 0 && rule.markMask === 0 ? undefined : rule.markMask),
		attribute(fra.protocol, u8(rule.protocol)),
	]);
}

/** struct fib_rule_hdr of linux/fib_rules.h. */
const headerSize = 12;

/** FRA_* of linux/fib_rules.h. */
const fra = { destination: 1, source: 2, inLink: 3, priority: 6, mark: 10, table: 15, markMask: 16, outLink: 17, protocol: 21 } as const;
