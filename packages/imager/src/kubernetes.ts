import type { Context } from '@ichor/std';
import { type BuiltImage, buildNamedImage } from './image.ts';
import type { BuildPlace } from './source.ts';

/** The images that a cluster cannot do without, by the names of their recipes. The slow ones first: the rest fits beside them. */
export const kubernetesImages = [
	'kubelet',
	'coredns',
	'flannel',
	'kube-proxy',
	'kube-apiserver',
	'kube-controller-manager',
	'kube-scheduler',
	'pause',
] as const;

/**
 * Makes the images of Kubernetes, or finds them in the cache.
 *
 * @throws ImagerError when one cannot be made; what was made until then stays in the cache
 */
export async function buildKubernetesImages(context: Context, place: BuildPlace): Promise<readonly BuiltImage[]> {
	const stop = new AbortController();
	const both = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
	const left = [...kubernetesImages];
	const images: BuiltImage[] = [];
	async function build(): Promise<void> {
		for (let name = left.shift(); name !== undefined; name = left.shift()) images.push(await buildNamedImage(both, name, place));
	}
	try {
		await Promise.all(Array.from({ length: builders }, build));
	} catch (error) {
		stop.abort(error);
		throw error;
	}
	return images;
}

/**
 * A Go build ends with minutes of one process that links, and begins with downloads: a second one uses the other core.
 * A third only makes the first wait.
 */
const builders = 2;

/** The versions of the modules that a release of Kubernetes (`1.36.3`, with or without a v) consists of. */
export function kubernetesVersions(release: string): Readonly<Record<string, string>> {
	const number = release.replace(/^v/, '');
	const staging = `v${number.replace(/^1\./, '0.')}`;
	return { 'k8s.io/kubernetes': `v${number}`, 'k8s.io/kubectl': staging, 'k8s.io/component-base': staging };
}
