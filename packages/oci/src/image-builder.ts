import { type Descriptor, type ImageConfig, mediaTypes } from './document.ts';
import type { Layer } from './layer.ts';
import type { ImageLayout } from './layout.ts';

/**
 * Makes an image of layers that are in the layout, the lowest first.
 *
 * @returns the manifest, stored in the layout and not yet named
 */
export async function buildImage(
	layout: ImageLayout,
	layers: readonly Layer[],
	config: ImageConfig['config'],
	architecture = 'amd64',
): Promise<Descriptor> {
	const image: ImageConfig = {
		architecture,
		os: 'linux',
		config,
		rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
	};
	const configuration = await layout.putDocument(mediaTypes.config, image);
	const manifest = await layout.putDocument(mediaTypes.manifest, {
		schemaVersion: 2,
		mediaType: mediaTypes.manifest,
		config: configuration,
		layers: layers.map(({ descriptor }) => descriptor),
	});
	return { ...manifest, platform: { os: 'linux', architecture } };
}
