import type { Stats } from 'node:fs';
import { walkFiles } from './walk.ts';

/** What a file, or a folder with everything in it, takes; or why it could not be told. */
export type Usage =
	| {
			readonly path: string;
			readonly name: string;
			/** Bytes, as the files' lengths say. */
			readonly size: bigint;
			/** Folders above it, counted from the root of the walk; for the root `/`, its own files have none. */
			readonly depth: number;
			readonly isFolder: boolean;
	  }
	| { readonly path: string; readonly error: string };

/**
 * Sizes from the leaves up: a folder's comes after those of what is in it. Other file systems count as well.
 *
 * @throws RpcError unknown when there is no such root
 */
export async function* usageOf(root: string): AsyncGenerator<Usage> {
	/** The folders that the walk is in, from the root on. */
	const open: OpenFolder[] = [];
	const depthOf = (path: string): number => Math.max(0, path.split('/').length - root.split('/').length);
	const close = function* (until: (folder: OpenFolder) => boolean): Generator<Usage> {
		for (let folder = open.at(-1); folder !== undefined && !until(folder); folder = open.at(-1)) {
			open.pop();
			const above = open.at(-1);
			if (above !== undefined) above.size += folder.size;
			yield { ...folder, depth: depthOf(folder.path), isFolder: true };
		}
	};
	for await (const file of walkFiles(root)) {
		if ('error' in file) {
			yield file;
			continue;
		}
		const { path, name, stats } = file;
		yield* close((folder) => path.startsWith(folder.path === '/' ? '/' : `${folder.path}/`));
		const size = sizeOf(path, stats);
		if (stats.isDirectory()) {
			open.push({ path, name, size });
			continue;
		}
		const above = open.at(-1);
		if (above !== undefined) above.size += size;
		yield { path, name, size, depth: depthOf(path), isFolder: false };
	}
	yield* close(() => false);
}

interface OpenFolder {
	readonly path: string;
	readonly name: string;
	size: bigint;
}

/** /proc/kcore is as long as the address space (proc(5)), and nothing of it is on a disk. */
function sizeOf(path: string, { size }: Stats): bigint {
	return path === '/proc/kcore' ? 0n : BigInt(size);
}
