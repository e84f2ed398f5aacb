/**
 * What a Range header asks for (RFC 9110 section 14.2), as inclusive offsets. Undefined is everything: for no header, and
 * for one that is not a single range of bytes, which a server may ignore.
 */
export function byteRange(
	header: string | undefined,
	size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (first === '' && last === '') return undefined;
	const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
	if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
	return start > end ? 'unsatisfiable' : { start, end };
}
