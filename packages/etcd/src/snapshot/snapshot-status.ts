import { fromBinary } from '@bufbuild/protobuf';
import { KeyValueSchema } from '@ichor/api/etcd';
import { messageOf } from '@ichor/std';
import { BoltFile } from './bolt-file.ts';
import { Crc32c } from './crc32c.ts';
import { EtcdFileError } from './errors.ts';

/** What is in a snapshot of etcd: the four figures of `etcdutl snapshot status`. */
export interface SnapshotStatus {
	/** CRC-32C over the names of the buckets and all their keys and values. */
	readonly hash: number;
	/** The revision of the last change. */
	readonly revision: bigint;
	/** Keys that exist at that revision. */
	readonly totalKeys: number;
	/** Bytes of the database, without the checksum behind it. */
	readonly totalSize: number;
}

/**
 * Reads a snapshot, or the database of a data directory, from its first to its last page.
 *
 * @throws EtcdFileError when it is neither, or damaged; the error of the system when it cannot be read
 */
export function snapshotStatus(path: string): SnapshotStatus {
	const file = new BoltFile(path);
	try {
		const hash = new Crc32c();
		const keys = new KeyCount();
		for (const { key: name, bucket } of file.entries()) {
			if (bucket === undefined) throw new EtcdFileError('damaged', `nil bucket: ${JSON.stringify(textOf(name))}`);
			hash.update(name);
			const counted = textOf(name) === 'key';
			for (const entry of file.entriesOf(bucket)) {
				const value = entry.bucket === undefined ? entry.value : noBytes;
				hash.update(entry.key);
				hash.update(value);
				if (counted) keys.add(entry.key, value);
			}
		}
		return { hash: hash.value, revision: keys.revision, totalKeys: keys.total, totalSize: file.size };
	} finally {
		file.close();
	}
}

/** Follows the changes in the order of their revisions (etcd's server/storage/mvcc/revision.go). */
class KeyCount {
	revision = 0n;
	readonly #keys = new Set<string>();

	get total(): number {
		return this.#keys.size;
	}

	/** @param key the revision: eight bytes, `_`, eight bytes, and `t` behind it when the change is a deletion */
	add(key: Uint8Array, value: Uint8Array): void {
		if (key.length !== revisionLength && key.length !== revisionLength + 1)
			throw new EtcdFileError('damaged', `cannot parse revision key: it has ${key.length} bytes`);
		this.revision = new DataView(key.buffer, key.byteOffset).getBigUint64(0);
		// latin1 keeps bytes apart that are no UTF-8
		const name = Buffer.from(keyIn(value)).toString('latin1');
		if (key.length === revisionLength) this.#keys.add(name);
		else this.#keys.delete(name);
	}
}

function keyIn(value: Uint8Array): Uint8Array {
	try {
		return fromBinary(KeyValueSchema, value).key;
	} catch (error) {
		throw new EtcdFileError('damaged', `cannot unmarshal value: ${messageOf(error)}`, { cause: error });
	}
}

function textOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

const revisionLength = 17;
const noBytes = new Uint8Array();
