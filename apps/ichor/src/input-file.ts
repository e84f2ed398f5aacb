import { readFileSync } from 'node:fs';
import { systemErrorText } from '@ichor/std/node/system-error';

/**
 * The bytes of a file. An error of the system names the file, also where Node's does not.
 *
 * @param what stands before the text of an error, where the command reads several files: `error reading CSR`
 */
export function readInputFile(path: string, what?: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (error) {
		if (error instanceof Error && 'syscall' in error && !('path' in error)) Object.assign(error, { path });
		if (what === undefined) throw error;
		throw new Error(`${what}: ${systemErrorText(error as NodeJS.ErrnoException)}`, { cause: error });
	}
}

/** The text of a file in PEM. */
export function readPemFile(path: string, what: string): string {
	return Buffer.from(readInputFile(path, what)).toString('latin1');
}
