import { createReadStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack as createPack, type Pack } from 'tar-stream';

/** A tar stream of a file, or of a folder and all that is in it. What cannot be read, or changes meanwhile, ends it with an error. */
export function packFolder(root: string, signal: AbortSignal): Pack {
	const pack = createPack();
	void fill(pack, root, root, signal).then(
		() => pack.finalize(),
		(error: unknown) => pack.destroy(error as Error),
	);
	return pack;
}

async function fill(pack: Pack, root: string, path: string, signal: AbortSignal): Promise<void> {
	signal.throwIfAborted();
	const stats = await lstat(path);
	const header = {
		name: relative(root, path) || basename(path),
		mode: stats.mode & 0o7777,
		uid: stats.uid,
		gid: stats.gid,
		mtime: stats.mtime,
	};
	if (stats.isDirectory()) {
		// the folder itself is where the client unpacks to, which is there already
		if (path !== root) pack.entry({ ...header, type: 'directory' });
		for (const name of (await readdir(path)).sort()) await fill(pack, root, join(path, name), signal);
	} else if (stats.isSymbolicLink()) {
		pack.entry({ ...header, type: 'symlink', linkname: await readlink(path) });
	} else if (stats.isFile()) {
		const entry = pack.entry({ ...header, type: 'file', size: stats.size });
		if (stats.size === 0) entry.end(new Uint8Array());
		// exactly as much as the header says, should the file grow meanwhile
		else await pipeline(createReadStream(path, { end: stats.size - 1 }), entry, { signal });
	}
}
