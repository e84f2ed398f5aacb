import type { Line, Style } from '../screen/line.ts';

/**
 * What makes a terminal show these lines in place of those before: only lines that differ are written. Absent lines
 * before mean that nothing is known of what it shows.
 */
export function paint(lines: readonly Line[], before: readonly Line[] | undefined, colored: boolean): string {
	const clear = before === undefined ? '\u001B[2J' : '';
	const changed = lines.flatMap((line, row) => {
		const text = styled(line, colored);
		const old = before?.[row];
		return old !== undefined && styled(old, colored) === text ? [] : [`\u001B[${row + 1};1H\u001B[2K${text}`];
	});
	return clear + changed.join('');
}

function styled(line: Line, colored: boolean): string {
	return line
		.map(({ text, style }) => {
			const attributes = (colored ? colors : colorless)[style];
			return attributes === '' || text === '' ? text : `${attributes}${text}\u001B[0m`;
		})
		.join('');
}

/** ECMA-48 SGR. The sixteen colors are those of the user's own theme. */
const colors: Readonly<Record<Style, string>> = {
	plain: '',
	strong: '\u001B[1m',
	faint: '\u001B[2m',
	good: '\u001B[32m',
	unsure: '\u001B[33m',
	bad: '\u001B[31m',
	accent: '\u001B[36m',
	chosen: '\u001B[7m',
};

/** Without colors what is chosen must still be seen. */
const colorless: Readonly<Record<Style, string>> = {
	...colors,
	good: '',
	unsure: '',
	bad: '\u001B[1m',
	accent: '',
};
