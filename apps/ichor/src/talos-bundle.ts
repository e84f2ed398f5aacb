import { dockerCredentials, imageFile, parseReference, RegistryClient } from '@ichor/oci';
import { background } from '@ichor/std';
import { load } from 'js-yaml';

/** Talos's own images of a version (siderolabs/talos v1.13.9, pkg/images/list.go). */
export function talosImages(tag: string): readonly string[] {
	return [...images, 'overlays', 'extensions'].map((name) => `${repository}/${name}:${tag}`);
}

const repository = 'ghcr.io/siderolabs';
const images = ['installer', 'installer-base', 'imager', 'talos', 'talosctl-all'] as const;

/** Why a version has no bundle, in upstream's words; undefined when it has. From 1.11 on they have, and ours is the last known. */
export function refuseUnknownBundle(tag: string): string | undefined {
	if (!tag.startsWith('v')) return `invalid tag ${JSON.stringify(tag)}: must have "v" prefix`;
	const found = /^v(\d+)\.(\d+)\.(\d+)/.exec(tag);
	if (found === null) return `invalid argument ${JSON.stringify(tag)}: tag must be a valid semver`;
	const [, major, minor] = found.map(Number);
	if (major === 1 && minor !== undefined && minor >= firstMinor && minor <= lastMinor) return undefined;
	return `invalid tag ${JSON.stringify(tag)}: must be between v1.${firstMinor}.0-alpha.0 (inclusive) and v1.${lastMinor + 1}.0 (exclusive)`;
}

const firstMinor = 11;
const lastMinor = 13;

/**
 * The official extensions or overlays of a version, as references with tag and digest, out of the lists that are published
 * as images.
 *
 * @throws Error that says which list is missing and why
 */
export async function publishedDigests(kind: 'extensions' | 'overlays', tag: string, signal: AbortSignal): Promise<readonly string[]> {
	try {
		const client = new RegistryClient({ signal, credentials: await dockerCredentials(process.env) });
		const file = kind === 'extensions' ? 'image-digests' : 'overlays.yaml';
		const list = await imageFile({ ...background, signal }, client, parseReference(`${repository}/${kind}:${tag}`), file);
		return kind === 'extensions' ? extensionDigests(list.toString('utf8')) : overlayDigests(list.toString('utf8'));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`error fetching official ${kind} for ${tag}: ${reason}`, { cause: error });
	}
}

/** One reference with its digest in each line. */
export function extensionDigests(list: string): readonly string[] {
	return list
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line.includes('@'));
}

/** `overlays: [{name, image, digest}]`. */
export function overlayDigests(list: string): readonly string[] {
	const { overlays = [] } = (load(list) ?? {}) as { readonly overlays?: readonly { readonly image?: string; readonly digest?: string }[] };
	return overlays.map(({ image, digest }) => `${image}@${digest}`);
}
