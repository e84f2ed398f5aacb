import type { Readable } from 'node:stream';
import type { Descriptor } from './document.ts';
import { OciError } from './errors.ts';

/** Where images are read from: names and content by digest. A layout is one. */
export interface ImageStore {
	/** The manifests by their full reference. */
	images(): Promise<ReadonlyMap<string, Descriptor>>;
	/** @throws OciError `absent` */
	open(digest: string): Promise<Blob>;
}

export interface Blob {
	/** Bytes. */
	readonly size: number;
	/** `start` and `end` are inclusive offsets. */
	stream(range?: { readonly start: number; readonly end: number }): Readable;
}

/** Several stores as one: the first that has it answers. */
export function joinStores(stores: readonly ImageStore[]): ImageStore {
	return {
		async images() {
			const all = await Promise.all(stores.map((store) => store.images()));
			return new Map(all.toReversed().flatMap((images) => [...images]));
		},
		async open(digest) {
			for (const store of stores) {
				try {
					return await store.open(digest);
				} catch (error) {
					if (!(error instanceof OciError) || error.code !== 'absent') throw error;
				}
			}
			throw new OciError('absent', `no blob ${digest}`);
		},
	};
}
