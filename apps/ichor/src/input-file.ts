import { readFileSync } from 'node:fs';

/** The bytes of a file. An error of the system names the file, also where Node's does not. */
export function readInputFile(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (error) {
		if (error instanceof Error && 'syscall' in error && !('path' in error)) Object.assign(error, { path });
		throw error;
	}
}
