import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
	type BuildPlace,
	buildKubernetesImages,
	buildNamedImage,
	buildPart,
	buildRootFileSystem,
	Cache,
	ImagerError,
	kubernetesVersions,
	Lock,
} from '@ichor/imager';
import type { Context } from '@ichor/std';
import { type NodeParts, rememberNodeParts } from './node-parts.ts';

export interface WantedParts {
	/** The release of Kubernetes that nodes run, `1.36.3`; without one, its images are left out. */
	readonly kubernetes?: string | undefined;
}

/**
 * Builds the root file system and the images, or finds them. Kubernetes is built when it is wanted; when that fails, the
 * rest is there and `withoutKubernetes` says why. Word of them is left in the cache. Throws ImagerError for the rest.
 */
export async function buildNodeParts(context: Context, checkout: string, wanted: WantedParts): Promise<NodeParts> {
	const place = { checkout, cache: Cache.fromEnvironment(process.env), lock: await Lock.read(join(checkout, 'os')) };
	const etcd = await buildNamedImage(context, 'etcd', place);
	const root = await buildRootFileSystem(context, place, await osRelease(checkout));
	const runc = root.parts.get('runc')?.path ?? '';
	const built = [...root.parts].filter(([name, entry]) => entry.built && name !== 'daemons');
	const kubernetes = wanted.kubernetes === undefined ? noKubernetes : await buildKubernetes(context, place, wanted.kubernetes);
	const parts = {
		rootFileSystem: root.path,
		runtime: join(runc, 'usr/bin/runc'),
		etcdImage: etcd.reference,
		...kubernetes,
		imageLayouts: [etcd.layout.path, ...kubernetes.imageLayouts],
		cached: built.length === 0 && !etcd.built && kubernetes.cached,
	};
	if (wanted.kubernetes !== undefined) await rememberNodeParts(parts, process.env);
	return parts;
}

type KubernetesParts = Pick<NodeParts, 'imageLayouts' | 'imageFolder' | 'kubectl' | 'withoutKubernetes' | 'cached'>;

const noKubernetes: KubernetesParts = { imageLayouts: [], cached: true };

async function buildKubernetes(context: Context, given: BuildPlace, release: string): Promise<KubernetesParts> {
	const place = { ...given, versions: kubernetesVersions(release) };
	try {
		const images = await buildKubernetesImages(context, place);
		const kubectl = await buildPart(context, 'kubectl', place);
		return {
			imageLayouts: images.map(({ layout }) => layout.path),
			imageFolder: place.cache.images,
			kubectl: join(kubectl.path, 'kubectl'),
			cached: images.every(({ built }) => !built) && !kubectl.built,
		};
	} catch (error) {
		if (!(error instanceof ImagerError)) throw error;
		return { ...noKubernetes, withoutKubernetes: error.message };
	}
}

async function osRelease(checkout: string): Promise<string> {
	const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as { version: string };
	return `NAME="Ichor"\nID=ichor\nVERSION_ID=v${version}\nPRETTY_NAME="Ichor (v${version})"\n`;
}
