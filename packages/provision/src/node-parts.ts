import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildNamedImage, buildPart, buildRootFileSystem, Cache, Lock } from '@ichor/imager';
import type { Context } from '@ichor/std';

/** What nodes are made of, in the cache. */
export interface NodeParts {
	readonly rootFileSystem: string;
	/** The OCI runtime for the host: the one that the image has, because the host may have none. */
	readonly runtime: string;
	readonly etcdImage: string;
	readonly imageLayout: string;
	/** Nothing had to be built but what changes with our own sources. */
	readonly cached: boolean;
}

/** Builds the root file system and etcd's image, or finds them. Throws ImagerError. */
export async function buildNodeParts(context: Context, checkout: string): Promise<NodeParts> {
	const place = { checkout, cache: Cache.fromEnvironment(process.env), lock: await Lock.read(join(checkout, 'os')) };
	const etcd = await buildPart(context, 'etcd', place);
	const image = await buildNamedImage(context, 'etcd', place);
	const root = await buildRootFileSystem(context, place, await osRelease(checkout));
	const runc = root.parts.get('runc')?.path ?? '';
	const built = [...root.parts].filter(([name, entry]) => entry.built && name !== 'daemons');
	return {
		rootFileSystem: root.path,
		runtime: join(runc, 'usr/bin/runc'),
		etcdImage: image.reference,
		imageLayout: image.layout.path,
		cached: built.length === 0 && !etcd.built,
	};
}

async function osRelease(checkout: string): Promise<string> {
	const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as { version: string };
	return `NAME="Ichor"\nID=ichor\nVERSION_ID=v${version}\nPRETTY_NAME="Ichor (v${version})"\n`;
}
