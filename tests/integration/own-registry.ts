import { Cache } from '@ichor/imager';
import { clusterImages } from '@ichor/machinery/versions';
import { type ImageStore, layoutFolder, registryListener } from '@ichor/oci';

/** An image that nobody but the user's own registry has. */
export const ownImage = 'images.example.org/team/dns:own';

/** Answers like a registry that has one image: that of CoreDNS, which this machine has built, under another name. */
export const ownRegistry = registryListener(store());

function store(): ImageStore {
	const built = layoutFolder(Cache.fromEnvironment(process.env).images);
	return {
		async images() {
			const image = (await built.images()).get(clusterImages().coreDNS);
			return new Map(image === undefined ? [] : [[ownImage, image]]);
		},
		open: async (digest) => await built.open(digest),
	};
}
