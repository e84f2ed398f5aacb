import { crc32, inflateRawSync } from 'node:zlib';

/**
 * The files of a zip archive whose names end so (PKWARE's APPNOTE.TXT, 4.3; without ZIP64, encryption and what is divided).
 *
 * @throws Error for what is no such archive, and for a file that is damaged or larger than it may be
 */
export function zipFiles(archive: Buffer, ending: string): ReadonlyMap<string, Buffer> {
	const end = archive.lastIndexOf(endOfDirectory);
	if (end < 0 || end + 22 > archive.length) throw new Error('this is no zip archive: its end is missing');
	const files = new Map<string, Buffer>();
	let at = archive.readUInt32LE(end + 16);
	for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
		if (at + 46 > archive.length || !archive.subarray(at, at + 4).equals(directoryEntry))
			throw new Error('the directory of this zip archive is damaged');
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
			number,
			number,
			number,
		];
		const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
		if (name.endsWith(ending)) files.set(name, contentOf(archive, at, name));
		at += 46 + nameLength + extraLength + commentLength;
	}
	return files;
}

/** @param entry where the file's entry in the directory is */
function contentOf(archive: Buffer, entry: number, name: string): Buffer {
	const [method, size] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)];
	const local = archive.readUInt32LE(entry + 42);
	if (local + 30 > archive.length) throw new Error(`${name} is not in this zip archive, whose directory names it`);
	const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
	const packed = archive.subarray(start, start + size);
	if (method !== 0 && method !== 8) throw new Error(`${name} is packed by a method that nobody uses (${method})`);
	const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: largest });
	if (crc32(content) !== archive.readUInt32LE(entry + 16)) throw new Error(`${name} is damaged`);
	return content;
}

const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1');
const directoryEntry = Buffer.from('PK\x01\x02', 'latin1');
/** Bytes: twice what a node keeps. */
const largest = 128 * 2 ** 20;
