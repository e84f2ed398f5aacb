import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Descriptor } from './document.ts';
import { OciError } from './errors.ts';
import { manifestLimit } from './limits.ts';
import type { ImageReference } from './reference.ts';
import type { ImageStore } from './store.ts';

/** A manifest or an index, byte by byte as its digest was made. */
export interface RawManifest {
	readonly descriptor: Descriptor;
	readonly bytes: Buffer;
}

/** Where an image is copied from: a registry, or a store of this machine. */
export interface ImageSource {
	/** @throws OciError `absent` */
	manifest(reference: ImageReference): Promise<RawManifest>;
	/** @throws OciError `absent` */
	blob(reference: ImageReference, blob: Descriptor): Promise<Readable>;
}

/** The images of a store, by the references that they have in it. */
export function storeSource(store: ImageStore): ImageSource {
	return {
		async manifest({ registry, repository, tag, digest }) {
			const named = (await store.images()).get(`${registry}/${repository}:${tag ?? 'latest'}`);
			const wanted = digest ?? named?.digest;
			if (wanted === undefined) throw new OciError('absent', `no image ${registry}/${repository}:${tag ?? 'latest'}`);
			const { size, stream } = await store.open(wanted);
			if (size > manifestLimit) throw new OciError('integrity', `${wanted} has ${size} bytes, which no manifest has`);
			const bytes = await buffer(stream());
			const { mediaType = '' } = JSON.parse(bytes.toString('utf8')) as { mediaType?: string };
			return { descriptor: { mediaType, digest: wanted, size }, bytes };
		},

		async blob(_reference, { digest }) {
			return (await store.open(digest)).stream();
		},
	};
}
