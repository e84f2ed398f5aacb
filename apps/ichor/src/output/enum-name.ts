/** How protobuf calls the value of an enum; the number of one that is not known. */
export function enumName(
	{ values }: { readonly values: readonly { readonly name: string; readonly number: number }[] },
	value: number,
): string {
	return values.find(({ number }) => number === value)?.name ?? String(value);
}
