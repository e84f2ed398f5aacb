import { crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { HistoryEntry } from './history.ts';

/** changes: what has happened; state: everything that there is, with which the history begins anew. */
export type FrameKind = 'changes' | 'state';

/** A part of a journal: entries that were written together. */
export interface Frame {
	readonly kind: FrameKind;
	/** Milliseconds since 1970 of its first and last entry. */
	readonly first: number;
	readonly last: number;
	/** As it is in the journal, its header included. */
	readonly bytes: Buffer;
}

/**
 * Writes entries down: a header of 32 bytes (magic, kind, length and CRC-32 of what follows, times, all little-endian),
 * then the entries as lines of JSON, compressed with zstd.
 */
export function encodeFrame(kind: FrameKind, entries: readonly HistoryEntry[], now: number): Buffer {
	const body = zstdCompressSync(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
	const header = Buffer.alloc(headerSize);
	header.write(magic, 0, 'latin1');
	header.writeUInt8(kind === 'state' ? 1 : 0, 4);
	header.writeUInt32LE(body.length, 8);
	header.writeUInt32LE(crc32(body), 12);
	const times = kind === 'state' ? [now] : entries.map(({ time }) => time);
	header.writeDoubleLE(Math.min(...times, now), 16);
	header.writeDoubleLE(Math.max(...times, 0), 24);
	return Buffer.concat([header, body]);
}

/** The frames of a journal, up to its end or to the first that is torn or damaged. */
export function* framesIn(journal: Buffer): Iterable<Frame> {
	for (let at = 0; at + headerSize <= journal.length; ) {
		const header = journal.subarray(at, at + headerSize);
		const end = at + headerSize + header.readUInt32LE(8);
		if (header.toString('latin1', 0, 4) !== magic || end > journal.length) return;
		if (crc32(journal.subarray(at + headerSize, end)) !== header.readUInt32LE(12)) return;
		const kind = header.readUInt8(4) === 1 ? 'state' : 'changes';
		yield { kind, first: header.readDoubleLE(16), last: header.readDoubleLE(24), bytes: journal.subarray(at, end) };
		at = end;
	}
}

/** The entries of a frame; none of one whose content is not what was written down, or is larger than any is. */
export function decodeFrame({ bytes }: Frame): readonly HistoryEntry[] {
	try {
		const text = zstdDecompressSync(bytes.subarray(headerSize), { maxOutputLength: largestFrame }).toString('utf8');
		return text
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line) as unknown)
			.filter(isEntry);
	} catch {
		return [];
	}
}

/** A journal may come from anywhere. */
function isEntry(value: unknown): value is HistoryEntry {
	if (typeof value !== 'object' || value === null) return false;
	const { time, gone, metadata } = value as Partial<Record<string, unknown>>;
	if (!isMoment(time) || typeof gone !== 'boolean' || typeof metadata !== 'object' || metadata === null) return false;
	const { namespace, type, id, version } = metadata as Partial<Record<string, unknown>>;
	return [namespace, type, id].every((text) => typeof text === 'string') && typeof version === 'number';
}

/** A time that a Date can have (ECMA-262, 21.4.1.1). */
function isMoment(time: unknown): boolean {
	return typeof time === 'number' && Math.abs(time) <= 8.64e15;
}

const magic = 'ichJ';
const headerSize = 32;
/** Bytes: the whole state of a node is a few. */
const largestFrame = 256 * 2 ** 20;
