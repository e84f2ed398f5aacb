import { byteLength } from '../../byte-length.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { parseURL } from '../../scalars/url.ts';

/** An image by tag or by digest, as go-containerregistry reads it: `nginx`, `ghcr.io/a/b:v1`, `a/b@sha256:…`. */
export interface ImageReference {
	/** Names its content, not a name that may come to mean another one. */
	readonly pinned: boolean;
}

/** Undefined when the text names no image. */
export function parseImageReference(text: string): ImageReference | undefined {
	if (isTagged(text)) return { pinned: false };
	return isDigest(text) ? { pinned: true } : undefined;
}

function isTagged(text: string): boolean {
	const colon = text.lastIndexOf(':');
	const tag = colon < 0 ? '' : text.slice(colon + 1);
	if (colon < 0 || tag.includes('/')) return isRepository(text);
	return /^[A-Za-z0-9_.-]{1,128}$/.test(tag) && isRepository(text.slice(0, colon));
}

function isDigest(text: string): boolean {
	const [base = '', digest = '', ...more] = text.split('@');
	return more.length === 0 && /^sha256:[a-f0-9]{64}$/.test(digest) && (isTagged(base) || isRepository(base));
}

/** `repository` or `registry/repository`: a registry is recognised by a dot or a colon, or is localhost. */
function isRepository(text: string): boolean {
	const slash = text.indexOf('/');
	const first = text.slice(0, Math.max(slash, 0));
	const hasRegistry = slash >= 0 && (first === 'localhost' || /[.:]/.test(first));
	const repository = hasRegistry ? text.slice(slash + 1) : text;
	return /^[a-z0-9_./-]{2,255}$/.test(repository) && (!hasRegistry || isAuthority(first));
}

/** A host with an optional port, as it may stand in a URL: all of it is read as the host, and nothing is decoded. */
function isAuthority(text: string): boolean {
	const url = attempt(() => parseURL(`//${text}`));
	return !(url instanceof TextRefusal) && url.host.length === byteLength(text);
}
