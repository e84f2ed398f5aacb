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

/** The checkout that this program is part of, else the one that the working directory is in: the recipes are in it. */
function checkoutFolder(): string {
	for (const start of [import.meta.dirname, process.cwd()]) {
		for (let folder = start; folder !== undefined && folder !== dirname(folder); folder = dirname(folder))
			if (existsSync(join(folder, 'os/parts/kubernetes.yaml'))) return folder;
	}
	throw new RoomError('absent', 'the recipes are not here: run `npx ichor image build-kubernetes` in a checkout of Ichor');
}
