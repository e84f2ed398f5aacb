import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageLayout } from './layout.ts';
import { type ImageStore, joinStores } from './store.ts';

/** Every layout in a folder as one store, looked up anew each time: of several images with one reference, the latest. */
export function layoutFolder(folder: string): ImageStore {
	return {
		images: async () => await (await layoutsIn(folder)).images(),
		open: async (digest) => await (await layoutsIn(folder)).open(digest),
	};
}

async function layoutsIn(folder: string): Promise<ImageStore> {
	const names = existsSync(folder) ? await readdir(folder) : [];
	const paths = names.map((name) => join(folder, name)).filter((path) => existsSync(join(path, 'index.json')));
	const dated = await Promise.all(paths.map(async (path) => ({ path, time: (await stat(path)).mtimeMs })));
	return joinStores(dated.toSorted((a, b) => b.time - a.time).map(({ path }) => new ImageLayout(path)));
}
