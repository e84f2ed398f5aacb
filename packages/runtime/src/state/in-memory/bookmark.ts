import type { Bookmark } from '../core-state.ts';
import { StateError } from '../errors.ts';

/** A bookmark is a position, after bytes that tell this run of the program from others: positions do not outlive it. */
export function encodeBookmark(position: number): Bookmark {
	const bytes = new Uint8Array(16);
	bytes.set(thisRun());
	new DataView(bytes.buffer).setBigInt64(8, BigInt(position));
	return bytes;
}

/** @throws StateError when it is no bookmark of this run */
export function decodeBookmark(bookmark: Bookmark): number {
	if (bookmark.length !== 16 || thisRun().some((byte, index) => bookmark[index] !== byte)) throw invalidBookmark();
	return Number(new DataView(bookmark.buffer, bookmark.byteOffset).getBigInt64(8));
}

export function invalidBookmark(): StateError {
	return new StateError('invalid-bookmark', 'invalid watch bookmark');
}

let run: Uint8Array | undefined;

function thisRun(): Uint8Array {
	run ??= crypto.getRandomValues(new Uint8Array(8));
	return run;
}
