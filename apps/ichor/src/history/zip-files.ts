import { unzipSync } from 'fflate';

/**
 * The files of a zip archive whose names end so.
 *
 * @throws Error for what is no such archive, and for a file that is damaged or larger than it may be
 */
export function zipFiles(archive: Uint8Array, ending: string): ReadonlyMap<string, Buffer> {
	const files = unzipSync(archive, {
		filter({ name, originalSize }) {
			if (!name.endsWith(ending)) return false;
			if (originalSize > largest) throw new Error(`${name} has ${originalSize} bytes: more than ${largest} are not read`);
			return true;
		},
	});
	return new Map(Object.entries(files).map(([name, { buffer, byteOffset, length }]) => [name, Buffer.from(buffer, byteOffset, length)]));
}

/** Bytes: twice what a node keeps. The library unpacks no more than a file says that it has. */
const largest = 128 * 2 ** 20;
