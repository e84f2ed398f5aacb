import { writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** Writes a zip archive (APPNOTE.TXT 6.3.10 of PKWARE) of compressed files to an open file, one after another. */
export class ZipArchive {
	readonly #descriptor: number;
	readonly #directory: Buffer[] = [];
	readonly #now: Date;
	#offset = 0;

	/** @param now when all files were changed, for whoever unpacks them */
	constructor(descriptor: number, now: Date) {
		this.#descriptor = descriptor;
		this.#now = now;
	}

	/** @throws Error of the system when it cannot be written, RangeError for what only the larger form of the format holds */
	add(name: string, content: Uint8Array): void {
		const data = deflateRawSync(content);
		if (this.#offset + data.length > mostBytes || this.#directory.length >= mostFiles)
			throw new RangeError('more than a zip archive holds');
		const path = Buffer.from(name);
		const facts = this.#facts(content, data.length, path.length);
		const offset = this.#offset;
		this.#write(Buffer.concat([signature(0x04034b50), facts, path, data]));
		const entry = Buffer.alloc(14);
		// comment, disk and kind of the content are nothing; a regular file that its owner may read and write
		entry.writeUInt32LE((0o100600 << 16) >>> 0, 6);
		entry.writeUInt32LE(offset, 10);
		this.#directory.push(Buffer.concat([signature(0x02014b50), madeByUnix, facts, entry, path]));
	}

	/** Writes the directory, without which nobody finds the files. */
	finish(): void {
		const directory = Buffer.concat(this.#directory);
		const end = Buffer.alloc(18);
		end.writeUInt16LE(this.#directory.length, 4);
		end.writeUInt16LE(this.#directory.length, 6);
		end.writeUInt32LE(directory.length, 8);
		end.writeUInt32LE(this.#offset, 12);
		this.#write(Buffer.concat([directory, signature(0x06054b50), end]));
	}

	/** What the head of a file and its line in the directory have in common. */
	#facts(content: Uint8Array, packed: number, nameLength: number): Buffer {
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(neededVersion, 0);
		facts.writeUInt16LE(utf8Names, 2);
		facts.writeUInt16LE(deflated, 4);
		facts.writeUInt16LE((this.#now.getUTCHours() << 11) | (this.#now.getUTCMinutes() << 5) | (this.#now.getUTCSeconds() >> 1), 6);
		facts.writeUInt16LE(((this.#now.getUTCFullYear() - 1980) << 9) | ((this.#now.getUTCMonth() + 1) << 5) | this.#now.getUTCDate(), 8);
		facts.writeUInt32LE(crc32(content), 10);
		facts.writeUInt32LE(packed, 14);
		facts.writeUInt32LE(content.length, 18);
		facts.writeUInt16LE(nameLength, 22);
		return facts;
	}

	#write(bytes: Buffer): void {
		for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
		this.#offset += bytes.length;
	}
}

function signature(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

/** Version 2.0, made on Unix. */
const neededVersion = 20;
const madeByUnix = Buffer.from([neededVersion, 3]);
const utf8Names = 1 << 11;
const deflated = 8;
/** What 32 and 16 bits hold. */
const mostBytes = 0xffff_ffff;
const mostFiles = 0xffff;
