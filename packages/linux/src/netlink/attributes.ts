import { LinuxError } from '../errors.ts';

/**
 * The attributes of a netlink message: type, value, aligned to four bytes (netlink(7)). A later one of the same type
 * wins, as in the kernel.
 */
export type Attributes = ReadonlyMap<number, Buffer>;

/** Reads attributes to the end of the bytes. Throws LinuxError "malformed" when a length does not fit. */
export function readAttributes(bytes: Buffer): Attributes {
	return new Map(readAttributeList(bytes));
}

/** The same for lists, in which types repeat or only count. */
export function readAttributeList(bytes: Buffer): readonly (readonly [number, Buffer])[] {
	const list: [number, Buffer][] = [];
	for (let at = 0; at + headerSize <= bytes.length; ) {
		const length = bytes.readUInt16LE(at);
		if (length < headerSize || at + length > bytes.length)
			throw new LinuxError('malformed', `a netlink attribute of ${length} bytes at ${at} does not fit in ${bytes.length}`);
		list.push([bytes.readUInt16LE(at + 2) & typeMask, bytes.subarray(at + headerSize, at + length)]);
		at += align(length);
	}
	return list;
}

/** One attribute, or none when its value is undefined. A number is 32 bits wide, a text ends with a zero, a list nests. */
export function attribute(type: number, value: Buffer | number | string | readonly Buffer[] | undefined): Buffer {
	if (value === undefined) return Buffer.alloc(0);
	const nests = Array.isArray(value);
	const content = nests ? Buffer.concat(value as readonly Buffer[]) : scalar(value as Buffer | number | string);
	const whole = Buffer.alloc(align(headerSize + content.length));
	whole.writeUInt16LE(headerSize + content.length, 0);
	whole.writeUInt16LE(type | (nests ? nested : 0), 2);
	content.copy(whole, headerSize);
	return whole;
}

export function u8(value: number): Buffer {
	return Buffer.of(value);
}

export function u16(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16LE(value);
	return bytes;
}

/** In the byte order of the network. */
export function be16(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16BE(value);
	return bytes;
}

export function be32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value >>> 0);
	return bytes;
}

export function be64(value: number | bigint): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64BE(BigInt(value));
	return bytes;
}

/** An unsigned number of whatever width the kernel chose, up to 32 bits; undefined when it is not there. */
export function numberIn(value: Buffer | undefined): number | undefined {
	if (value === undefined || value.length === 0) return undefined;
	if (value.length >= 4) return value.readUInt32LE();
	return value.length >= 2 ? value.readUInt16LE() : value.readUInt8();
}

/** A text, up to its terminating zero. */
export function textIn(value: Buffer | undefined): string {
	if (value === undefined) return '';
	const end = value.indexOf(0);
	return value.toString('utf8', 0, end < 0 ? value.length : end);
}

export function align(length: number): number {
	return (length + 3) & ~3;
}

function scalar(value: Buffer | number | string): Buffer {
	if (typeof value === 'string') return Buffer.from(`${value}\0`);
	if (typeof value !== 'number') return value;
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value >>> 0);
	return bytes;
}

const headerSize = 4;
/** NLA_F_NESTED; the two upper bits of a type are flags (linux/netlink.h). */
const nested = 0x8000;
const typeMask = 0x3fff;
