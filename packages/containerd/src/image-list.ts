import { Content } from '@ichor/api/containerd/content';
import { Images as ImagesService } from '@ichor/api/containerd/images';
import type { Context } from '@ichor/std';
import type { ContainerdConnection } from './connection.ts';

/** A name that containerd has for an image. */
export interface ListedImage {
	readonly name: string;
	readonly digest: string;
	/** Bytes of all that belongs to it on this platform, packed; 0 when some of it is missing. */
	readonly size: bigint;
	readonly createdAt: Date;
	readonly labels: Readonly<Record<string, string>>;
}

/** Every name in one containerd namespace, sorted. */
export async function listImages(context: Context, connection: ContainerdConnection): Promise<readonly ListedImage[]> {
	const options = { signal: context.signal, metadata: connection.metadata };
	const { images } = await connection.service(ImagesService).list({}, options);
	const sizes = new Map<string, Promise<bigint>>();
	const all = images.map(async ({ name, target, createdAt, labels }) => {
		const digest = target?.digest ?? '';
		// an image has several names, and is measured once
		const size = sizes.get(digest) ?? sizeOf(context, connection, digest, target?.size ?? 0n).catch(() => 0n);
		sizes.set(digest, size);
		return { name, digest, size: await size, createdAt: new Date(Number(createdAt?.seconds ?? 0n) * 1000), labels };
	});
	return (await Promise.all(all)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function sizeOf(context: Context, connection: ContainerdConnection, digest: string, size: bigint): Promise<bigint> {
	const chunks: Uint8Array[] = [];
	const options = { signal: context.signal, metadata: connection.metadata };
	for await (const { data } of connection.service(Content).read({ digest }, options)) chunks.push(data);
	const { manifests, config, layers = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ManifestOrIndex;
	if (manifests === undefined) return [config, ...layers].reduce((sum, part) => sum + BigInt(part?.size ?? 0), size);
	const mine = manifests.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64');
	return mine === undefined ? size : size + (await sizeOf(context, connection, mine.digest, BigInt(mine.size)));
}

interface Part {
	readonly size: number;
	readonly digest: string;
	readonly platform?: { readonly os: string; readonly architecture: string };
}

/** The parts of both documents of the OCI image specification that say what belongs to an image. */
interface ManifestOrIndex {
	readonly manifests?: readonly Part[];
	readonly config?: Part;
	readonly layers?: readonly Part[];
}
