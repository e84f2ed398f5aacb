import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';
import { type Descriptor, mediaTypes } from './document.ts';
import type { ImageLayout } from './layout.ts';
import { inPieces } from './pieces.ts';

/** A layer that is stored, and the digest that its content has unpacked. */
export interface Layer {
	readonly descriptor: Descriptor;
	readonly diffId: string;
}

/**
 * Makes a layer out of a folder, reproducibly: names sorted, owners root, times zero.
 *
 * @param compression zstd, which unpacks three times as fast, unless whoever reads it may be older than that
 */
export async function packLayer(layout: ImageLayout, folder: string, compression: 'zstd' | 'gzip' = 'zstd'): Promise<Layer> {
	const archive = pack();
	const uncompressed = createHash('sha256');
	const hashed = Readable.from(
		(async function* () {
			// what zstd writes depends on the pieces that it is given, and those of a stream on how busy the machine is
			for await (const piece of inPieces(archive as AsyncIterable<Buffer>, pieceSize)) {
				uncompressed.update(piece);
				yield piece;
			}
		})(),
	);
	const storing =
		compression === 'zstd'
			? layout.putStream(mediaTypes.layerZstd, hashed.pipe(createZstdCompress()))
			: layout.putStream(mediaTypes.layerGzip, hashed.pipe(createGzip()));
	const filling = fill(archive, folder, '')
		.then(() => archive.finalize())
		.catch((error: Error) => {
			archive.destroy(error);
			hashed.destroy(error);
			throw error;
		});
	const [descriptor] = await Promise.all([storing, filling]);
	return { descriptor, diffId: `sha256:${uncompressed.digest('hex')}` };
}

/** Bytes: a block of zstd's (RFC 8878, section 3.1.1.2.4) is as large. */
const pieceSize = 128 * 1024;

async function fill(archive: ReturnType<typeof pack>, root: string, path: string): Promise<void> {
	for (const name of (await readdir(join(root, path))).toSorted()) {
		const inside = path === '' ? name : `${path}/${name}`;
		const stats = await lstat(join(root, inside));
		const header = { name: inside, mode: stats.mode & 0o7777, uid: 0, gid: 0, mtime: new Date(0) };
		if (stats.isDirectory()) {
			await add({ ...header, type: 'directory' });
			await fill(archive, root, inside);
		} else if (stats.isSymbolicLink()) await add({ ...header, type: 'symlink', linkname: await readlink(join(root, inside)) });
		else await pipeline(createReadStream(join(root, inside)), archive.entry({ ...header, type: 'file', size: stats.size }));
	}

	async function add(header: Parameters<typeof archive.entry>[0]): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			archive.entry(header, (error) => (error === undefined || error === null ? resolve() : reject(error)));
		});
	}
}
