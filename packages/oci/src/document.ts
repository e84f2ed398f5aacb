/** The documents of the OCI image specification 1.1, as far as they are used here. */
export interface Descriptor {
	readonly mediaType: string;
	readonly digest: string;
	readonly size: number;
	readonly annotations?: Readonly<Record<string, string>>;
	readonly platform?: { readonly os: string; readonly architecture: string };
}

export interface ImageIndex {
	readonly schemaVersion: 2;
	readonly mediaType?: string;
	readonly manifests: readonly Descriptor[];
}

export interface ImageManifest {
	readonly schemaVersion: 2;
	readonly mediaType: string;
	readonly config: Descriptor;
	readonly layers: readonly Descriptor[];
	readonly annotations?: Readonly<Record<string, string>>;
}

export interface ImageConfig {
	readonly architecture: string;
	readonly os: string;
	readonly created?: string;
	readonly config: {
		readonly Entrypoint?: readonly string[];
		readonly Cmd?: readonly string[];
		readonly Env?: readonly string[];
		readonly WorkingDir?: string;
		readonly User?: string;
	};
	readonly rootfs: { readonly type: 'layers'; readonly diff_ids: readonly string[] };
}

export const mediaTypes = {
	index: 'application/vnd.oci.image.index.v1+json',
	manifest: 'application/vnd.oci.image.manifest.v1+json',
	config: 'application/vnd.oci.image.config.v1+json',
	layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
	layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
} as const;

/** What else registries call an index: Docker's format, which is the same document. */
export const indexTypes: readonly string[] = [mediaTypes.index, 'application/vnd.docker.distribution.manifest.list.v2+json'];

/** What a client takes for a manifest or an index. */
export const manifestTypes: readonly string[] = [
	...indexTypes,
	mediaTypes.manifest,
	'application/vnd.docker.distribution.manifest.v2+json',
];
