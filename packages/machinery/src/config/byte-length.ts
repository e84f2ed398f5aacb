/** The length of a text in UTF-8, which is what upstream's limits count. */
export function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}
