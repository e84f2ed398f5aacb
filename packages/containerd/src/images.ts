import { create, toBinary } from '@bufbuild/protobuf';
import type { anyPack } from '@bufbuild/protobuf/wkt';
import { Content } from '@ichor/api/containerd/content';
import { Images as ImagesService } from '@ichor/api/containerd/images';
import { Transfer } from '@ichor/api/containerd/transfer';
import { ImageStoreSchema, OCIRegistrySchema } from '@ichor/api/containerd/transfer-types';
import { hasRpcCode } from '@ichor/rpc';
import { type Context, messageOf } from '@ichor/std';
import type { ContainerdConnection } from './connection.ts';
import { ContainerdError } from './errors.ts';
import { pinnedReference } from './reference.ts';

/** An image that containerd has, unpacked. */
export interface PulledImage {
	readonly reference: string;
	readonly digest: string;
	/** The snapshot that a container's own one is made from. */
	readonly chainId: string;
	readonly entrypoint: readonly string[];
	readonly command: readonly string[];
	readonly environment: readonly string[];
}

/** Images of one containerd namespace. */
export class Images {
	readonly #connection: ContainerdConnection;

	constructor(connection: ContainerdConnection) {
		this.#connection = connection;
	}

	/**
	 * Pulls an image, with all that containerd knows of mirrors, and unpacks it. Nothing is fetched when it is there.
	 *
	 * @param hosts containerd's folder of hosts.toml files, one folder a registry
	 * @throws ContainerdError `image`
	 */
	async pull(context: Context, reference: string, hosts: string): Promise<PulledImage> {
		const there = await this.find(context, reference);
		if (there !== undefined) return there;
		context.progress(`pulling ${reference}`);
		const platform = { os: 'linux', architecture: 'amd64' };
		const source = create(OCIRegistrySchema, { reference, resolver: { hostDir: hosts } });
		const destination = create(ImageStoreSchema, { name: reference, platforms: [platform], unpacks: [{ platform, snapshotter }] });
		try {
			await this.#connection
				.service(Transfer)
				.transfer({ source: typed(OCIRegistrySchema, source), destination: typed(ImageStoreSchema, destination) }, this.#options(context));
		} catch (error) {
			throw new ContainerdError('image', `cannot pull ${reference}: ${messageOf(error)}`, { cause: error });
		}
		const pulled = await this.find(context, reference);
		if (pulled === undefined) throw new ContainerdError('image', `containerd pulled ${reference} and does not have it`);
		for (const name of [pinnedReference(reference, pulled.digest), pulled.digest]) await this.#name(context, name, reference);
		return pulled;
	}

	/** Forgets a name; what no other name needs is collected at once. Fails with "not found" where there is no such name. */
	async remove(context: Context, name: string): Promise<void> {
		await this.#connection.service(ImagesService).delete({ name, sync: true }, this.#options(context));
	}

	/** Lets an image have one more name, as the CRI plugin does: it is then found by its digest too. */
	async #name(context: Context, name: string, reference: string): Promise<void> {
		const service = this.#connection.service(ImagesService);
		const { image } = await service.get({ name: reference }, this.#options(context));
		if (image?.target === undefined || name === reference) return;
		try {
			await service.create({ image: { name, target: image.target, labels: image.labels } }, this.#options(context));
		} catch (error) {
			if (!hasRpcCode(error, 'already-exists')) throw error;
		}
	}

	async find(context: Context, reference: string): Promise<PulledImage | undefined> {
		try {
			const { image } = await this.#connection.service(ImagesService).get({ name: reference }, this.#options(context));
			if (image?.target === undefined) return undefined;
			const manifest = await this.#manifest(context, image.target.digest);
			const config = await this.#document<ConfigDocument>(context, manifest.config.digest);
			return {
				reference,
				digest: image.target.digest,
				chainId: await chainOf(config.rootfs.diff_ids),
				entrypoint: config.config.Entrypoint ?? [],
				command: config.config.Cmd ?? [],
				environment: config.config.Env ?? [],
			};
		} catch (error) {
			if (hasRpcCode(error, 'not-found')) return undefined;
			throw error;
		}
	}

	/** The manifest for this platform: itself, or the one that an index names. */
	async #manifest(context: Context, digest: string): Promise<ManifestDocument> {
		const document = await this.#document<ManifestDocument & IndexDocument>(context, digest);
		const mine = document.manifests?.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64');
		return mine === undefined ? document : await this.#document<ManifestDocument>(context, mine.digest);
	}

	async #document<T>(context: Context, digest: string): Promise<T> {
		const chunks: Uint8Array[] = [];
		for await (const { data } of this.#connection.service(Content).read({ digest }, this.#options(context))) chunks.push(data);
		return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T;
	}

	#options(context: Context) {
		return { signal: context.signal, metadata: this.#connection.metadata };
	}
}

/** The snapshotter of every container here: the kernel's overlay file system. */
export const snapshotter = 'overlayfs';

/** containerd names its types without a host in front, unlike protobuf's own packing. */
function typed<S extends Parameters<typeof anyPack>[0]>(schema: S, message: Parameters<typeof toBinary<S>>[1]) {
	return { typeUrl: schema.typeName, value: toBinary(schema, message) };
}

/** The id of a stack of layers: each one hashed onto those below (OCI image specification, ChainID). */
async function chainOf(layers: readonly string[]): Promise<string> {
	let chain = layers[0] ?? '';
	for (const layer of layers.slice(1)) {
		const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${chain} ${layer}`));
		chain = `sha256:${Buffer.from(hash).toString('hex')}`;
	}
	return chain;
}

interface IndexDocument {
	readonly manifests?: readonly { readonly digest: string; readonly platform?: { readonly os: string; readonly architecture: string } }[];
}

interface ManifestDocument {
	readonly config: { readonly digest: string };
}

interface ConfigDocument {
	readonly config: { readonly Entrypoint?: readonly string[]; readonly Cmd?: readonly string[]; readonly Env?: readonly string[] };
	readonly rootfs: { readonly diff_ids: readonly string[] };
}
