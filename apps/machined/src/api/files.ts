import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ListRequest_Type as FileType, type MachineService } from '@ichor/api/machine';
import { type Handlers, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import { fileMode } from './file-mode.ts';
import { packFolder } from './tarball.ts';

/** The node's files, as they are. */
export function filesApi(): Handlers<typeof MachineService> {
	return {
		async *list({ root, recurse, recursionDepth, types }) {
			const start = root === '' ? '/' : root;
			const depth = recurse ? (recursionDepth > 0 ? recursionDepth : maxDepth) : 1;
			for await (const entry of walk(start, depth, recurse)) {
				if (types.length > 0 && entry.stats !== undefined && !types.some((type) => isOfType(entry.stats as Stats, type))) continue;
				yield await describe(start, entry);
			}
		},
		async *diskUsage({ paths: roots, recursionDepth, all, threshold }) {
			for (const root of roots.length === 0 ? ['/'] : roots) {
				for await (const { path, size, error, directory, depth } of usage(root)) {
					if (error !== undefined) {
						yield { name: path, error, relativeName: relative(root, path) || root };
						continue;
					}
					const shown = depth === 0 || ((directory || all) && (recursionDepth === 0 || depth < recursionDepth));
					const wanted = threshold >= 0n ? BigInt(size) >= threshold : BigInt(size) <= -threshold;
					if (shown && wanted) yield { name: path, size: BigInt(size), relativeName: relative(root, path) || '.' };
				}
			}
		},
		async *read({ path }) {
			const stats = await refuse(stat(path));
			if (!stats.isFile()) throw new RpcError('unknown', 'path must be a regular file');
			for await (const bytes of createReadStream(path, { highWaterMark: chunkSize })) yield { bytes: bytes as Uint8Array };
		},
		async *copy({ rootPath }, { signal }) {
			await refuse(lstat(rootPath));
			const zip = createGzip({ level: 1 });
			// what fails on the way ends `zip`, and with it the loop
			pipeline(packFolder(rootPath, signal), zip).catch(() => undefined);
			for await (const bytes of zip) yield { bytes: bytes as Uint8Array };
		},
	};
}

/** Bytes of a message; what a file system reads at once. */
const chunkSize = 256 * 1024;
/** Folders below folders that a listing follows at most: deeper than any path that the kernel resolves (PATH_MAX). */
const maxDepth = 2048;

interface Entry {
	readonly path: string;
	readonly stats?: Stats;
	readonly error?: string;
}

async function* walk(path: string, depth: number, recurse: boolean): AsyncGenerator<Entry> {
	let stats: Stats;
	try {
		stats = await (depth === maxDepth || !recurse ? stat(path) : lstat(path));
	} catch (error) {
		yield { path, error: messageOf(error) };
		return;
	}
	yield { path, stats };
	if (!stats.isDirectory() || depth === 0) return;
	let names: string[];
	try {
		names = await readdir(path);
	} catch (error) {
		yield { path, error: messageOf(error) };
		return;
	}
	for (const name of names.sort()) {
		const child = join(path, name);
		if (recurse && depth > 1) yield* walk(child, depth - 1, recurse);
		else yield await inspect(child);
	}
}

async function inspect(path: string): Promise<Entry> {
	try {
		return { path, stats: await lstat(path) };
	} catch (error) {
		return { path, error: messageOf(error) };
	}
}

async function describe(root: string, { path, stats, error }: Entry) {
	const relativeName = relative(root, path) || '.';
	if (stats === undefined) return { name: path, relativeName, error: error ?? '' };
	return {
		name: path,
		relativeName,
		size: BigInt(stats.size),
		mode: fileMode(stats.mode),
		modified: BigInt(Math.floor(stats.mtimeMs / 1000)),
		isDir: stats.isDirectory(),
		uid: stats.uid,
		gid: stats.gid,
		link: stats.isSymbolicLink() ? await readlink(path).catch(() => '') : '',
	};
}

function isOfType(stats: Stats, type: FileType): boolean {
	if (type === FileType.DIRECTORY) return stats.isDirectory();
	if (type === FileType.SYMLINK) return stats.isSymbolicLink();
	return stats.isFile();
}

interface Usage {
	readonly path: string;
	readonly size: number;
	readonly depth: number;
	readonly directory: boolean;
	readonly error?: string;
}

/** Sizes from the leaves up: a folder's comes after those of what is in it. Other file systems count as well. */
async function* usage(path: string, depth = 0): AsyncGenerator<Usage, number> {
	let stats: Stats;
	try {
		stats = await lstat(path);
	} catch (error) {
		yield { path, size: 0, depth, directory: false, error: messageOf(error) };
		return 0;
	}
	let size = stats.size;
	if (stats.isDirectory() && depth < maxDepth) {
		for (const name of (await readdir(path).catch(() => [])).toSorted((a, b) => (a < b ? -1 : 1)))
			size += yield* usage(join(path, name), depth + 1);
	}
	yield { path, size, depth, directory: stats.isDirectory() };
	return size;
}

/** What the file system refuses, in the words of Go's errors, which scripts match on. */
async function refuse(step: Promise<Stats>): Promise<Stats> {
	try {
		return await step;
	} catch (error) {
		const { code, path = '', syscall = 'stat' } = error as NodeJS.ErrnoException;
		const reason = code === 'ENOENT' ? 'no such file or directory' : code === 'EACCES' ? 'permission denied' : code;
		throw new RpcError(code === 'ENOENT' ? 'not-found' : 'unknown', `${syscall} ${path}: ${reason}`, { cause: error });
	}
}
