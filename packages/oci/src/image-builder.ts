import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { type Descriptor, type ImageConfig, mediaTypes } from './document.ts';
import type { ImageLayout } from './layout.ts';

/**
 * Makes an image of one layer out of a folder, reproducibly: names sorted, owners root, times zero.
 *
 * @returns the manifest, stored in the layout and not yet named
 */
export async function buildImage(
	layout: ImageLayout,
	folder: string,
	config: ImageConfig['config'],
	architecture = 'amd64',
): Promise<Descriptor> {
	const archive = pack();
	const uncompressed = createHash('sha256');
	const filling = fill(archive, folder, '').then(() => archive.finalize());
	const hashed = Readable.from(
		(async function* () {
			for await (const chunk of archive as AsyncIterable<Buffer>) {
				uncompressed.update(chunk);
				yield chunk;
			}
		})(),
	);
	const layer = await layout.putStream(mediaTypes.layerGzip, hashed.pipe(createGzip({ level: 1 })));
	await filling;
	const image: ImageConfig = {
		architecture,
		os: 'linux',
		config,
		rootfs: { type: 'layers', diff_ids: [`sha256:${uncompressed.digest('hex')}`] },
	};
	const configuration = await layout.putDocument(mediaTypes.config, image);
	const manifest = await layout.putDocument(mediaTypes.manifest, {
		schemaVersion: 2,
		mediaType: mediaTypes.manifest,
		config: configuration,
		layers: [layer],
	});
	return { ...manifest, platform: { os: 'linux', architecture } };
}

async function fill(archive: ReturnType<typeof pack>, root: string, path: string): Promise<void> {
	for (const name of (await readdir(join(root, path))).toSorted()) {
		const inside = path === '' ? name : `${path}/${name}`;
		const stats = await lstat(join(root, inside));
		const header = { name: inside, mode: stats.mode & 0o7777, uid: 0, gid: 0, mtime: new Date(0) };
		if (stats.isDirectory()) {
			await add({ ...header, type: 'directory' });
			await fill(archive, root, inside);
		} else if (stats.isSymbolicLink()) await add({ ...header, type: 'symlink', linkname: await readlink(join(root, inside)) });
		else await add({ ...header, type: 'file' }, await readFile(join(root, inside)));
	}

	async function add(header: Parameters<typeof archive.entry>[0], content?: Buffer): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const done = (error?: Error | null) => (error === undefined || error === null ? resolve() : reject(error));
			if (content === undefined) archive.entry(header, done);
			else archive.entry({ ...header, size: content.length }, content, done);
		});
	}
}
