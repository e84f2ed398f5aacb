import { Metadata } from '@grpc/grpc-js';

/** Keys and values that accompany a call, in the order of their sending; keys in lower case. */
export type CallMetadata = Readonly<Record<string, string | readonly string[]>>;

/** The key under which apid tells machined the roles of whoever calls. machined listens where only apid and its like can reach it. */
export const roleKey = 'talos-role';

/**
 * The values of a header. HTTP/2 in Node joins repeated headers by commas, so what the caller sent as several values may
 * have arrived as one: a value that contains a comma cannot be told from two.
 */
export function valuesOf(header: string | readonly string[] | undefined): readonly string[] {
	return [header ?? []]
		.flat()
		.flatMap((value) => value.split(','))
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

export function toMetadata(values: CallMetadata): Metadata {
	const metadata = new Metadata();
	for (const [key, value] of Object.entries(values)) {
		for (const one of typeof value === 'string' ? [value] : value) metadata.add(key, one);
	}
	return metadata;
}
