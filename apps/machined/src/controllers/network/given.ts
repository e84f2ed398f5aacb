/**
 * The same record without what is empty: a spec has no key for a zero value where its type says that it may do without.
 * Empty are undefined, `''`, 0, false and a list without items.
 */
export function given<T extends Readonly<Record<string, unknown>>>(values: T): { readonly [Key in keyof T]?: Exclude<T[Key], undefined> } {
	const there = Object.entries(values).filter(([, value]) => !isEmpty(value));
	return Object.fromEntries(there) as { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === '' || value === 0 || value === false || (Array.isArray(value) && value.length === 0);
}
