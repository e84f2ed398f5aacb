/** How wide explanations are. */
export const columns = 100;

/** Columns as wide as their widest cell, but for the last one, whose text goes on below itself. */
export function table(rows: readonly (readonly string[])[]): string {
	const count = rows[0]?.length ?? 0;
	const widths = Array.from({ length: count - 1 }, (_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	const indent = 2 + widths.reduce((sum, width) => sum + width + 2, 0);
	return rows
		.map((row) => {
			const cells = widths.map((width, column) => (row[column] ?? '').padEnd(width + 2)).join('');
			const lines = wrapped(row[count - 1] ?? '', Math.max(columns - indent, 40));
			return `  ${cells}${lines.join(`\n${' '.repeat(indent)}`)}`.trimEnd();
		})
		.map((line) => `${line}\n`)
		.join('');
}

/** A text in lines of at most that many characters, but for words that are longer. */
export function wrapped(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line];
}
