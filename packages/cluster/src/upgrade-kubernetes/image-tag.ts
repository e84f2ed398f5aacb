/** The tag of an image reference, without a digest: `v1.36.3`. Empty when it has none. */
export function imageTag(reference: string): string {
	const [named = ''] = reference.split('@');
	const last = named.slice(named.lastIndexOf('/') + 1);
	return last.includes(':') ? last.slice(last.indexOf(':') + 1) : '';
}

/** What upstream's kubelet images have behind their version: which programs are in them. */
export function kubeletSuffix(reference: string): string {
	return /-(?:fat|slim)$/.exec(imageTag(reference))?.[0] ?? '';
}
