import { writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** A zip archive of files that only their owner may read, written to an open file one after another. */
export class ZipArchive {
	readonly #zip: Zip;
	readonly #now: Date;
	#failure: Error | undefined;

	/** @param now when all files were changed, for whoever unpacks them */
	constructor(descriptor: number, now: Date) {
		this.#now = now;
		this.#zip = new Zip((failure, chunk) => {
			if (failure !== null) this.#failure = failure;
			else for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
		});
	}

	/** @throws Error of the system when it cannot be written, or of the library for a name that does not fit */
	add(name: string, content: Uint8Array): void {
		const file = new ZipDeflate(name);
		file.mtime = this.#now;
		file.os = unix;
		file.attrs = ownersFile;
		this.#zip.add(file);
		file.push(content, true);
		this.#throwFailure();
	}

	/** Writes the directory, without which nobody finds the files. */
	finish(): void {
		this.#zip.end();
		this.#throwFailure();
	}

	#throwFailure(): void {
		if (this.#failure !== undefined) throw this.#failure;
	}
}

/** APPNOTE.TXT of PKWARE, 4.4.2 and 4.4.15: made on Unix, whose mode is in the upper half. */
const unix = 3;
const ownersFile = (0o100600 << 16) >>> 0;
