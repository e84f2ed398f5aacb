import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { isSystemError, systemErrorText } from '@ichor/std/node/system-error';
import { failureText } from '../nodes/failure-text.ts';

/**
 * Writes a snapshot as it comes from a node, for its owner only: it holds every secret of the cluster. Nothing is at the
 * path until all of it is there and its checksum is right.
 *
 * @returns its size in bytes
 * @throws Error that says which step failed
 */
export async function saveSnapshot(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
	const part = `${path}.part`;
	const file = await open(part, 'w', 0o600).catch(failedTo('error creating temporary file'));
	try {
		const check = new TrailingChecksum();
		try {
			for await (const chunk of chunks) {
				await file.writeFile(chunk);
				check.update(chunk);
			}
		} catch (error) {
			failedTo('error reading')(error);
		}
		await file.sync().catch(failedTo('failed to fsync'));
		check.verify();
		await file.close();
		await rename(part, path).catch(failedTo('error renaming to final location'));
		return check.size;
	} finally {
		await file.close().catch(() => undefined);
		await rm(part, { force: true });
	}
}

/** The SHA-256 that etcd writes behind the pages of the database. */
class TrailingChecksum {
	readonly #hash = createHash('sha256');
	/** What may turn out to be the checksum. */
	#tail = Buffer.alloc(0);
	size = 0;

	update(chunk: Uint8Array): void {
		this.size += chunk.length;
		const bytes = Buffer.concat([this.#tail, chunk]);
		const end = Math.max(0, bytes.length - checksumLength);
		this.#hash.update(bytes.subarray(0, end));
		this.#tail = bytes.subarray(end);
	}

	verify(): void {
		if (this.size % sectorSize !== checksumLength) throw new Error(`sha256 checksum not found (size ${this.size})`);
		if (this.#hash.digest().equals(this.#tail)) return;
		throw new Error('the sha256 checksum of the snapshot is wrong: it was damaged on its way, take another one');
	}
}

function failedTo(what: string): (error: unknown) => never {
	return (error) => {
		throw new Error(`${what}: ${isSystemError(error) ? systemErrorText(error) : failureText(error)}`, { cause: error });
	};
}

const checksumLength = 32;
/** etcd pads nothing: the database is pages, and pages are sectors (etcd client/v3/snapshot). */
const sectorSize = 512;
