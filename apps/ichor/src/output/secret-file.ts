import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { multiErrorText } from '@ichor/std';

/**
 * Writes a file that only its owner may read, also where one with other permissions was before. Not by renaming a
 * neighbour: the path may be a device, a pipe or a link that somebody placed on purpose.
 */
export function writeSecretFile(path: string, content: string | Uint8Array): void {
	const before = statSync(path, { throwIfNoEntry: false });
	// Closed before the secret is in it.
	if (before?.isFile() === true && (before.mode & 0o077) !== 0) chmodSync(path, 0o600);
	writeFileSync(path, content, { mode: 0o600 });
}

/** Makes the folder that the file will be in, and those above it. */
export function makeFolderOf(path: string): void {
	mkdirSync(dirname(path), { recursive: true });
}

/** @throws Error that names every file that exists, unless `force` is given */
export function refuseExistingFiles(paths: readonly string[], force: boolean): void {
	const refusals = force ? [] : paths.filter((path) => existsSync(path)).map(refusal);
	if (refusals.length > 0) throw new Error(multiErrorText(refusals));
}

/** @throws Error when the file exists and `force` is not given */
export function refuseExisting(path: string, force: boolean): void {
	if (!force && existsSync(path)) throw new Error(refusal(path));
}

function refusal(path: string): string {
	return `file ${JSON.stringify(path)} already exists, use --force to overwrite`;
}
