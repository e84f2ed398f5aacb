/**
 * Rows as columns of the width of their widest cell and three spaces between them, the header first. The last cell of a
 * row is not padded. What upstream's tables look like.
 */
export function table(rows: readonly (readonly string[])[]): string {
	const columns = Math.max(0, ...rows.map((row) => row.length));
	const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)) + gap);
	return rows
		.map((row) => `${row.map((cell, column) => padded(cell, column < row.length - 1 ? (widths[column] ?? 0) : 0)).join('')}\n`)
		.join('');
}

const gap = 3;

/** By characters, not by UTF-16 units. */
function padded(cell: string, width: number): string {
	return cell + ' '.repeat(Math.max(0, width - [...cell].length));
}
