/** Which object is meant, whatever version of its group it is written in. */
export interface ObjectReference {
	/** `apps/v1`; of a group alone, what stands before the slash counts. */
	readonly apiVersion: string;
	readonly kind: string;
	readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** As cli-utils writes it (object.ObjMetadata): namespace, name, group and kind; a colon is two underscores. */
export function referenceText({ apiVersion, kind, metadata: { namespace = '', name } }: ObjectReference): string {
	return [namespace, name.replaceAll(':', '__'), groupOf(apiVersion), kind].join('_');
}

/** The reverse of {@link referenceText}; the version is left out: `apps/`. Undefined for what is no reference. */
export function parseReference(text: string): ObjectReference | undefined {
	const [, namespace = '', name = '', group = '', kind = ''] = /^([^_]*)_(.+)_([^_]*)_([^_]+)$/.exec(text) ?? [];
	if (kind === '') return undefined;
	const metadata = { name: name.replaceAll('__', ':'), ...(namespace === '' ? {} : { namespace }) };
	return { apiVersion: group === '' ? '' : `${group}/`, kind, metadata };
}

/** `apps` of `apps/v1`, and nothing of `v1`. */
export function groupOf(apiVersion: string): string {
	return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '';
}
