import { OciError } from './errors.ts';

/** `registry.k8s.io/etcd:v3.6.12` taken apart. One of tag and digest, or both, is always there. */
export interface ImageReference {
	readonly registry: string;
	readonly repository: string;
	readonly tag?: string;
	readonly digest?: string;
}

/**
 * Parses a full image reference. A reference without a registry, which Docker would complete, is refused: a node's
 * images are named in full.
 *
 * @throws OciError `malformed`
 */
export function parseReference(text: string): ImageReference {
	const found = pattern.exec(text);
	const { registry, repository, tag, digest } = found?.groups ?? {};
	if (registry === undefined || repository === undefined)
		throw new OciError('malformed', `"${text}" is no image reference: write REGISTRY/NAME:TAG`);
	if (digest !== undefined) return { registry, repository, digest, ...(tag === undefined ? {} : { tag }) };
	return { registry, repository, tag: tag ?? 'latest' };
}

export function formatReference({ registry, repository, tag, digest }: ImageReference): string {
	return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** The grammar of the distribution specification, with a registry that is told by its dot, port or `localhost`. */
const pattern =
	/^(?<registry>localhost(?::\d+)?|[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::\d+)?|[a-zA-Z0-9-]+:\d+)\/(?<repository>[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;
