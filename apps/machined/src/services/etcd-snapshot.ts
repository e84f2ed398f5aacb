import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { RoomError } from '@ichor/std';

export class SnapshotError extends RoomError<'failed-precondition'> {}

/**
 * Looks at a snapshot before anything is made of it: it must be a database of the kind that etcd writes, whole, with the
 * checksum at its end that etcd puts there.
 *
 * @param skipHash for a copy of a member's own file (`member/snap/db`), which has no checksum
 * @throws SnapshotError
 */
export async function checkSnapshot(path: string, skipHash: boolean): Promise<void> {
	const file = await open(path, 'r').catch((error: unknown) => {
		throw new SnapshotError('failed-precondition', 'there is no snapshot on this machine: upload it first', { cause: error });
	});
	try {
		const { size } = await file.stat();
		const head = Buffer.alloc(pageSize);
		await file.read(head, 0, head.length, 0);
		if (head.readUInt32LE(magicAt) !== magic) throw refused('it is not a database of etcd');
		const body = size - hashSize;
		if (size % sectorSize !== hashSize) {
			if (skipHash && size % sectorSize === 0) return;
			throw refused('it has no checksum at its end: it is truncated, or a copy of a data file, which needs --recover-skip-hash-check');
		}
		if (skipHash) return;
		const hash = createHash('sha256');
		for await (const chunk of file.createReadStream({ start: 0, end: body - 1, autoClose: false })) hash.update(chunk as Buffer);
		const expected = Buffer.alloc(hashSize);
		await file.read(expected, 0, hashSize, body);
		if (!hash.digest().equals(expected)) throw refused('its checksum does not fit its content: it is damaged');
	} finally {
		await file.close();
	}
}

function refused(why: string): SnapshotError {
	return new SnapshotError('failed-precondition', `the snapshot cannot be used: ${why}`);
}

/** bbolt's first meta page: a header of 16 bytes, then the magic number (go.etcd.io/bbolt, internal/common). */
const pageSize = 4096;
const magicAt = 16;
const magic = 0xed0cdaed;
/** A database is a number of sectors; a SHA-256 follows it (etcd's snapshot, client/v3/snapshot). */
const sectorSize = 512;
const hashSize = 32;
