import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { ListRequest_Type as FileType, type MachineService } from '@ichor/api/machine';
import { type Handlers, RpcError } from '@ichor/rpc';
import { messageOf, multiErrorText } from '@ichor/std';
import { archiveOf } from './archive.ts';
import { compressed } from './compress.ts';
import { fileMode } from './file-mode.ts';
import { refusal } from './refusal.ts';
import { usageOf } from './usage.ts';
import { type WalkedFile, walkFiles } from './walk.ts';

/** The node's files, as they are. */
export function filesApi(): Handlers<typeof MachineService> {
	return {
		async *list({ root, recurse, recursionDepth, types }) {
			const depth = recurse ? (recursionDepth === 0 ? Number.POSITIVE_INFINITY : recursionDepth) : 0;
			const wanted = (stats: Stats): boolean => types.length === 0 || types.some((type) => isOfType(stats, type));
			for await (const file of walkFiles(absolute(root), { depth, wanted })) yield described(file);
		},
		async *diskUsage({ paths, recursionDepth, all, threshold }) {
			for (const root of paths.map(absolute)) {
				try {
					for await (const usage of usageOf(root)) {
						if ('error' in usage) {
							yield { name: usage.path, error: usage.error };
							continue;
						}
						const { path, name, size, depth, isFolder } = usage;
						const shown = (isFolder || all) && (recursionDepth <= 0 || depth < recursionDepth);
						const wanted = threshold >= 0n ? size >= threshold : size <= -threshold;
						if (shown && wanted) yield { name: path, size, relativeName: name };
					}
				} catch (error) {
					yield { name: root, relativeName: root, error: messageOf(error) };
				}
			}
		},
		async *read({ path }) {
			const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
				throw new RpcError(error.code === 'ENOENT' ? 'not-found' : 'unknown', refusal('stat', path, error), { cause: error });
			});
			if (!stats.isFile()) throw new RpcError('unknown', 'path must be a regular file');
			try {
				for await (const bytes of contentOf(path)) yield { bytes };
			} catch (error) {
				const call = (error as NodeJS.ErrnoException).syscall === 'open' ? 'open' : 'read';
				throw new RpcError('unknown', refusal(call, path, error), { cause: error });
			}
		},
		async *copy({ rootPath }, { signal }) {
			if (!rootPath.startsWith('/')) throw new RpcError('unknown', `path is not absolute ${rootPath}`);
			const { stream, skipped } = archiveOf(absolute(rootPath), signal);
			try {
				for await (const bytes of compressed(stream)) yield { bytes };
			} catch (error) {
				yield failed(messageOf(error));
				return;
			}
			if (skipped.length > 0) yield failed(multiErrorText(skipped, mostListed));
		},
	};
}

/** A file in pieces, each of which holds until the next is asked for: memory for all of them costs V8 a collection every few. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
	await using file = await open(path);
	const memory = new Uint8Array(chunkSize);
	for (;;) {
		const { bytesRead } = await file.read(memory, 0, chunkSize, null);
		if (bytesRead === 0) return;
		yield memory.subarray(0, bytesRead);
	}
}

/** Bytes of a message; what a file system reads at once. */
const chunkSize = 256 * 1024;

/** The clients send what was typed. */
function absolute(path: string): string {
	return `/${path.replace(/^\//, '').replace(/\/$/, '')}`;
}

function described(file: WalkedFile) {
	if ('error' in file) return { name: file.path, error: file.error };
	const { path, name, stats, link } = file;
	return {
		name: path,
		relativeName: name,
		size: BigInt(stats.size),
		mode: fileMode(stats.mode),
		modified: BigInt(Math.floor(stats.mtimeMs / 1000)),
		isDir: stats.isDirectory(),
		uid: stats.uid,
		gid: stats.gid,
		link,
	};
}

function isOfType(stats: Stats, type: FileType): boolean {
	if (type === FileType.DIRECTORY) return stats.isDirectory();
	if (type === FileType.SYMLINK) return stats.isSymbolicLink();
	return stats.isFile();
}

/** How `copy` says that it failed: in a message, after what it could read. */
function failed(error: string) {
	return { metadata: { error } };
}

/** So many failures that the message is not too long to send. */
const mostListed = 1000;
