/** An image's reference with its registry: `x/y` is `docker.io/x/y:latest`, as every container runtime reads it. */
export function normalReference(reference: string): string {
	const [first = '', ...rest] = reference.split('/');
	const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
	const full = hasHost ? reference : `docker.io/${rest.length === 0 ? `library/${reference}` : reference}`;
	return full.includes('@') || /:[^/]*$/.test(full) ? full : `${full}:latest`;
}

/** The reference that names one image for ever: its repository and its digest. */
export function pinnedReference(reference: string, digest: string): string {
	const full = normalReference(reference);
	return full.includes('@') ? full : `${full.replace(/:[^/:]*$/, '')}@${digest}`;
}
