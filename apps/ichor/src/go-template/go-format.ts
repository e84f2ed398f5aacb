/** A value that has a text of its own: Go's fmt.Stringer. */
export interface Stringer {
	readonly goText: string;
}

/** A value as Go's fmt prints it with %v. */
export function goText(value: unknown): string {
	return formatted(value, (text) => text);
}

/** Go's fmt.Sprintf with the verbs s, v, d and q, widths, precisions, and the flags minus and zero. */
export function goSprintf(format: string, values: readonly unknown[]): string {
	const rest = [...values];
	const text = format.replaceAll(
		/%([-0]*)(\d*)(?:\.(\d*))?([a-zA-Z%])/g,
		(_, flags: string, width: string, precision: string | undefined, verb: string) => {
			if (verb === '%') return '%';
			if (rest.length === 0) return `%!${verb}(MISSING)`;
			const value = rest.shift();
			if (value === undefined) return `%!${verb}(<nil>)`;
			return formatted(value, (part, isNumber) => {
				if (verb === 'd' ? !isNumber : !'svq'.includes(verb)) return `%!${verb}(${part})`;
				const cut = precision === undefined ? part : [...part].slice(0, Number(precision)).join('');
				const shown = verb === 'q' ? JSON.stringify(cut) : verb === 's' && isNumber ? `%!s(int=${cut})` : cut;
				const space = Math.max(0, Number(width) - [...shown].length);
				if (flags.includes('-')) return shown + ' '.repeat(space);
				return (flags.includes('0') && isNumber ? '0' : ' ').repeat(space) + shown;
			});
		},
	);
	return rest.length === 0 ? text : `${text}%!(EXTRA ${rest.map((value) => goText(value)).join(', ')})`;
}

/** Lists and maps in brackets, each of their parts by itself. */
function formatted(value: unknown, part: (text: string, isNumber: boolean) => string): string {
	if (value === undefined) return '<nil>';
	if (Array.isArray(value)) return `[${value.map((item) => formatted(item, part)).join(' ')}]`;
	if (value instanceof Map) {
		const entries = [...(value as Map<string, unknown>)].toSorted(([a], [b]) => (a < b ? -1 : 1));
		return `map[${entries.map(([key, item]) => `${part(key, false)}:${formatted(item, part)}`).join(' ')}]`;
	}
	if (typeof value === 'object' && value !== null && 'goText' in value) return part(String(value.goText), false);
	return part(String(value), typeof value === 'number' || typeof value === 'bigint');
}
