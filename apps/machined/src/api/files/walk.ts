import type { Stats } from 'node:fs';
import { lstat, readdir, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { RpcError } from '@ichor/rpc';
import { refusal } from './refusal.ts';

/** A file that was come by, or a path that could not be looked at. */
export type WalkedFile =
	| {
			readonly path: string;
			/** From the root of the walk, which is `.` itself unless it is a file: then its name. */
			readonly name: string;
			readonly stats: Stats;
			/** Where a symbolic link leads; empty for everything else. */
			readonly link: string;
	  }
	| { readonly path: string; readonly error: string };

export interface WalkOptions {
	/** Folders below the root whose files are told of; 0 are the root's own. All when it is left out. */
	readonly depth?: number;
	/** Only these are told of; folders that are not are walked all the same. */
	readonly wanted?: (stats: Stats) => boolean;
}

/**
 * A file, or a folder with what is in it, by name and depth first, each folder before its files; a root that is a symbolic
 * link is followed, links below it are not. As upstream's pkg/archiver/walker.go, with its reading of depth: the root `/`
 * counts as a folder itself, so that one level more is walked below it.
 *
 * @throws RpcError unknown when there is no such root
 */
export async function* walkFiles(path: string, { depth = Number.POSITIVE_INFINITY, wanted = () => true }: WalkOptions = {}) {
	const root = await followed(path);
	const enters = (folder: string): boolean => folder === root || slashes(folder) - slashes(root) < depth;
	yield* walk(root, root, enters, wanted);
}

async function* walk(
	root: string,
	path: string,
	enters: (folder: string) => boolean,
	wanted: (stats: Stats) => boolean,
): AsyncGenerator<WalkedFile> {
	let stats: Stats;
	try {
		stats = await lstat(path);
	} catch (error) {
		yield { path, error: refusal('lstat', path, error) };
		return;
	}
	if (wanted(stats)) yield await described(root, path, stats);
	if (!stats.isDirectory() || !enters(path)) return;
	let names: string[];
	try {
		names = await readdir(path);
	} catch (error) {
		yield { path, error: refusal('open', path, error) };
		return;
	}
	for (const name of names.sort()) yield* walk(root, join(path, name), enters, wanted);
}

async function described(root: string, path: string, stats: Stats): Promise<WalkedFile> {
	const name = path !== root ? relative(root, path) : stats.isDirectory() ? '.' : basename(path);
	try {
		return { path, name, stats, link: stats.isSymbolicLink() ? await readlink(path) : '' };
	} catch (error) {
		return { path, error: refusal('readlink', path, error) };
	}
}

async function followed(path: string): Promise<string> {
	const stats = await lstat(path).catch((error: unknown) => {
		throw new RpcError('unknown', refusal('lstat', path, error), { cause: error });
	});
	if (!stats.isSymbolicLink()) return path;
	try {
		return await realpath(path);
	} catch (error) {
		throw new RpcError('unknown', refusal('lstat', resolve(dirname(path), await readlink(path)), error), { cause: error });
	}
}

function slashes(path: string): number {
	return path.split('/').length - 1;
}
