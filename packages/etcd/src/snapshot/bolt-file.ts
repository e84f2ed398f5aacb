import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { EtcdFileError } from './errors.ts';

/** A bucket's entry: a pair, or a bucket within it. */
export type BoltEntry =
	| { readonly key: Uint8Array; readonly value: Uint8Array; readonly bucket?: undefined }
	| { readonly key: Uint8Array; readonly bucket: Bucket };

/**
 * A bbolt database, read only, page by page: the format of go.etcd.io/bbolt (page.go, meta.go, bucket.go), little-endian
 * as on every machine that etcd runs on. Close it in the end.
 */
export class BoltFile {
	readonly #descriptor: number;
	readonly #length: number;
	readonly #meta: Meta;
	/** Pages that are in use, to notice one that is used twice. */
	readonly #seen = new Set<number>();

	/** @throws EtcdFileError when it is no database; the error of the system when it cannot be read */
	constructor(path: string) {
		this.#length = statSync(path).size;
		this.#descriptor = openSync(path, 'r');
		try {
			this.#meta = this.#readMeta();
		} catch (error) {
			closeSync(this.#descriptor);
			throw error;
		}
	}

	/** Bytes of the database; the file may be longer. */
	get size(): number {
		return this.#meta.pages * this.#meta.pageSize;
	}

	/**
	 * What is in the database, in the order of the keys, each page once.
	 *
	 * @throws EtcdFileError where a page is not what refers to it says
	 */
	*entries(): Generator<BoltEntry> {
		this.#seen.clear();
		yield* this.#walk(this.#meta.root);
	}

	*entriesOf(bucket: Bucket): Generator<BoltEntry> {
		if (bucket.inline === undefined) yield* this.#walk(bucket.root);
		else yield* leafEntries(bucket.inline, 'in a bucket');
	}

	close(): void {
		closeSync(this.#descriptor);
	}

	*#walk(id: number, depth = 0): Generator<BoltEntry> {
		if (depth > maxDepth) throw damaged(`page ${id}: lies deeper than ${maxDepth} levels`);
		const page = this.#page(id);
		const view = viewOf(page);
		const flags = view.getUint16(8, true);
		if (flags === leafPage) return yield* leafEntries(page, `on page ${id}`);
		if (flags !== branchPage) throw damaged(`page ${id}: invalid type: ${flags.toString(16)}`);
		const count = view.getUint16(10, true);
		if (pageHeader + count * elementSize > page.length) throw damaged(`page ${id}: ${count} elements do not fit`);
		for (let index = 0; index < count; index++) yield* this.#walk(numberAt(view, pageHeader + index * elementSize + 8), depth + 1);
	}

	/** A page with what overflows it. */
	#page(id: number): Uint8Array {
		if (id < 2 || id >= this.#meta.pages) throw damaged(`page ${id}: out of bounds: ${this.#meta.pages}`);
		if (this.#seen.has(id)) throw damaged(`page ${id}: multiple references`);
		this.#seen.add(id);
		const { pageSize } = this.#meta;
		const first = this.#read(id * pageSize, pageSize);
		const view = viewOf(first);
		if (numberAt(view, 0) !== id) throw damaged(`page ${id}: says that it is page ${numberAt(view, 0)}`);
		const overflow = view.getUint32(12, true);
		if (overflow === 0) return first;
		if (id + overflow >= this.#meta.pages) throw damaged(`page ${id}: overflows the database`);
		for (let more = 1; more <= overflow; more++) this.#seen.add(id + more);
		return this.#read(id * pageSize, pageSize * (overflow + 1));
	}

	/** The newer of the two that are whole: etcd writes them in turns. */
	#readMeta(): Meta {
		if (this.#length < 0x1000) throw new EtcdFileError('not-a-database', 'invalid database');
		const first = metaOf(this.#read(0, 0x1000));
		// where the second one is depends on the size that the first one names; without it, on that of a system's page
		const places = first === undefined ? [0x1000, 0x2000, 0x4000, 0x10000] : [first.pageSize];
		const second = places.flatMap((place) => (place + 0x1000 > this.#length ? [] : (metaOf(this.#read(place, 0x1000)) ?? []))).at(0);
		const [newest] = [first, second].flatMap((meta) => meta ?? []).toSorted((a, b) => (a.transaction < b.transaction ? 1 : -1));
		if (newest === undefined) throw new EtcdFileError('not-a-database', 'invalid database');
		if (newest.pages * newest.pageSize > this.#length) throw new EtcdFileError('not-a-database', 'file size too small');
		return newest;
	}

	#read(offset: number, length: number): Uint8Array {
		const bytes = new Uint8Array(length);
		let filled = 0;
		while (filled < length) {
			const read = readSync(this.#descriptor, bytes, filled, length - filled, offset + filled);
			if (read === 0) throw damaged(`the file ends at ${offset + filled}`);
			filled += read;
		}
		return bytes;
	}
}

interface Bucket {
	/** Its page; 0 when it is inline. */
	readonly root: number;
	/** The page of a bucket that is so small that it is kept where it is named. */
	readonly inline: Uint8Array | undefined;
}

interface Meta {
	readonly pageSize: number;
	readonly root: number;
	readonly pages: number;
	readonly transaction: bigint;
}

function metaOf(page: Uint8Array): Meta | undefined {
	const view = viewOf(page);
	const valid =
		view.getUint32(pageHeader, true) === magic &&
		view.getUint32(pageHeader + 4, true) === formatVersion &&
		view.getBigUint64(pageHeader + 56, true) === fnv1a(page.subarray(pageHeader, pageHeader + 56));
	const pageSize = view.getUint32(pageHeader + 8, true);
	if (!valid || pageSize < leastPageSize) return undefined;
	return {
		pageSize,
		root: numberAt(view, pageHeader + 16),
		pages: numberAt(view, pageHeader + 40),
		transaction: view.getBigUint64(pageHeader + 48, true),
	};
}

function* leafEntries(page: Uint8Array, where: string): Generator<BoltEntry> {
	const view = viewOf(page);
	const count = view.getUint16(10, true);
	if (view.getUint16(8, true) !== leafPage || pageHeader + count * elementSize > page.length) throw damaged(`no leaf ${where}`);
	let before: Uint8Array | undefined;
	for (let index = 0; index < count; index++) {
		const element = pageHeader + index * elementSize;
		const start = element + view.getUint32(element + 4, true);
		const middle = start + view.getUint32(element + 8, true);
		const end = middle + view.getUint32(element + 12, true);
		if (end > page.length) throw damaged(`element ${index} ${where}: ends behind the page`);
		const key = page.subarray(start, middle);
		if (before !== undefined && Buffer.compare(before, key) >= 0) throw damaged(`element ${index} ${where}: key is out of order`);
		before = key;
		const value = page.subarray(middle, end);
		yield (view.getUint32(element, true) & bucketFlag) === 0 ? { key, value } : { key, bucket: bucketOf(value, where) };
	}
}

function bucketOf(value: Uint8Array, where: string): Bucket {
	if (value.length < bucketHeader) throw damaged(`a bucket ${where}: too short`);
	const root = numberAt(viewOf(value), 0);
	if (root !== 0) return { root, inline: undefined };
	if (value.length < bucketHeader + pageHeader) throw damaged(`a bucket ${where}: too short`);
	return { root, inline: value.subarray(bucketHeader) };
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit number that counts pages: one beyond 2^53 is out of bounds anyway. */
function numberAt(view: DataView, offset: number): number {
	return Number(view.getBigUint64(offset, true));
}

/** FNV-1a of 64 bits (RFC 9923): bbolt's checksum of its meta page. */
function fnv1a(bytes: Uint8Array): bigint {
	let hash = 0xcbf29ce484222325n;
	for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
	return hash;
}

function damaged(what: string): EtcdFileError {
	return new EtcdFileError('damaged', `snapshot file integrity check failed. 1 errors found.\n${what}`);
}

const magic = 0xed0cdaed;
const formatVersion = 2;
const pageHeader = 16;
const elementSize = 16;
const bucketHeader = 16;
const branchPage = 1;
const leafPage = 2;
const bucketFlag = 1;
/** Linux has no smaller pages. */
const leastPageSize = 0x1000;
/** A branch page of the smallest size holds more than fifty keys of etcd's: no file is that deep. */
const maxDepth = 32;
