import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuiltImage, buildKubernetesImages, buildPart, Cache, kubernetesVersions, Lock } from '@ichor/imager';
import { type Context, RoomError } from '@ichor/std';
import { ProgressLine } from '@ichor/std/node';

/** Builds the images of a release and its kubectl, and shows what is being done. Throws ImagerError. */
export async function buildKubernetes(
	signal: AbortSignal,
	version: string,
): Promise<{ readonly images: readonly BuiltImage[]; readonly kubectl: string }> {
	const line = new ProgressLine(process.stderr);
	const context: Context = {
		signal,
		progress: line.show,
		log: (level, message) => {
			if (level === 'warn' || level === 'error') line.note(`${level}: ${message}`);
		},
	};
	const checkout = checkoutFolder();
	const lock = await Lock.read(join(checkout, 'os'));
	const place = { checkout, cache: Cache.fromEnvironment(process.env), lock, versions: kubernetesVersions(version) };
	try {
		const images = await buildKubernetesImages(context, place);
		const kubectl = await buildPart(context, 'kubectl', place);
		return { images, kubectl: join(kubectl.path, 'kubectl') };
	} finally {
		line.clear();
	}
}

/** The checkout that the running program is in (its Node, or the executable that was built there), else the working directory's. */
function checkoutFolder(): string {
	for (const start of [dirname(process.execPath), process.cwd()]) {
		for (let folder = start; folder !== dirname(folder); folder = dirname(folder))
			if (existsSync(join(folder, 'os/parts/kubernetes.yaml'))) return folder;
	}
	throw new RoomError('absent', 'the recipes of the images are not here: run this in a checkout of Ichor');
}
