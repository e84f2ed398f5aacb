import { printable } from './printable.ts';

/**
 * Rows as columns, three spaces between them, the header first: what upstream's tables look like. A column is as wide as
 * its widest cell, reckoned among rows that follow on each other and have a further cell; the last cell of a row is not
 * padded. Control characters in a cell are shown as escapes.
 *
 * @param gap spaces between columns
 */
export function table(rows: readonly (readonly string[])[], gap = 3): string {
	const cells = rows.map((row) => row.map(printable));
	const widths = columnWidths(cells, gap);
	return cells.map((row, index) => `${row.map((cell, column) => padded(cell, widths[index]?.[column] ?? 0)).join('')}\n`).join('');
}

/** For each row the widths of its cells but the last. */
function columnWidths(rows: readonly (readonly string[])[], gap: number): readonly (readonly number[])[] {
	const widths: number[][] = rows.map(() => []);
	const columns = Math.max(0, ...rows.map((row) => row.length - 1));
	for (let column = 0; column < columns; column++) {
		for (let first = 0; first < rows.length; first++) {
			let end = first;
			let width = 0;
			for (; column + 1 < (rows[end]?.length ?? 0); end++) width = Math.max(width, lengthOf(rows[end]?.[column] ?? '') + gap);
			for (; first < end; first++) (widths[first] ?? [])[column] = width;
		}
	}
	return widths;
}

function padded(cell: string, width: number): string {
	return cell + ' '.repeat(Math.max(0, width - lengthOf(cell)));
}

/** By characters, not by UTF-16 units. */
function lengthOf(cell: string): number {
	return [...cell].length;
}
