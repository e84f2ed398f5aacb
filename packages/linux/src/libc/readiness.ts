import { readSync, writeSync } from 'node:fs';
import { libc } from './libc.ts';

/**
 * Calls `onReadable` whenever a file descriptor that Node cannot watch itself (netlink, packet) has something to read.
 * What `onReadable` leaves there calls it again. While something is watched, the process does not end by itself.
 *
 * All descriptors share one poll(2), which occupies one of the four threads of libuv's pool: a thread for each would
 * starve the file system calls that share the pool.
 *
 * @returns ends the watch; the descriptor may be closed afterwards
 */
export function watchReadable(fd: number, onReadable: () => void): () => void {
	const watch = { fd, onReadable };
	watches.add(watch);
	wake();
	return () => {
		watches.delete(watch);
		wake();
	};
}

interface Watch {
	readonly fd: number;
	readonly onReadable: () => void;
}

const watches = new Set<Watch>();
let waker: number | undefined;
let polling = false;

/** Makes a poll that is under way look at the new set, or starts one. */
function wake(): void {
	if (waker === undefined) {
		waker = libc.eventCounter();
		// a thread in poll(2) would keep the process from exiting
		process.on('exit', () => ring(waker));
	}
	if (polling) ring(waker);
	else poll(waker);
}

function ring(counter: number | undefined): void {
	// eventfd(2): an addition of one, in the machine's own byte order
	if (counter !== undefined) writeSync(counter, new BigUint64Array([1n]));
}

function poll(counter: number): void {
	if (watches.size === 0) return;
	const watched = [...watches];
	const set = pollSet([counter, ...watched.map(({ fd }) => fd)]);
	polling = true;
	libc.poll(set, watched.length + 1, (error) => {
		polling = false;
		if (error !== null) throw error;
		if (isReady(set, 0)) readSync(counter, Buffer.alloc(8));
		for (const [at, watch] of watched.entries()) if (isReady(set, at + 1) && watches.has(watch)) watch.onReadable();
		poll(counter);
	});
}

/** struct pollfd of poll(2): descriptor, wanted events, events. */
const entrySize = 8;
const readable = 1;

function pollSet(descriptors: readonly number[]): Buffer {
	const set = Buffer.alloc(descriptors.length * entrySize);
	for (const [at, fd] of descriptors.entries()) {
		set.writeInt32LE(fd, at * entrySize);
		set.writeInt16LE(readable, at * entrySize + 4);
	}
	return set;
}

/** Anything counts, an error too: whoever reads will be told. */
function isReady(set: Buffer, at: number): boolean {
	return set.readInt16LE(at * entrySize + 6) !== 0;
}
