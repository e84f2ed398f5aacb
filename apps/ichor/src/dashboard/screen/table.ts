import { fitted, type Line, type Span, span, widthOf } from './line.ts';

/** A column of a table. */
export interface Column {
	readonly title: string;
	readonly align?: 'left' | 'right';
	/** What goes first when there is no room has the highest. */
	readonly rank: number;
}

/** A heading and rows that take no more columns than there are. */
export interface TableLines {
	readonly header: Line;
	readonly rows: readonly Line[];
}

/** Lays out a table. Columns go until the others fit; the last of them gets what is left. */
export function tableLines(columns: readonly Column[], cells: readonly (readonly Span[])[], width: number): TableLines {
	const natural = columns.map(({ title }, index) => Math.max(title.length, ...cells.map((row) => widthOf([row[index] ?? span('')]))));
	const kept = keptColumns(columns, natural, width);
	const taken = kept.slice(0, -1).reduce((sum, index) => sum + (natural[index] ?? 0) + gap, 0);
	const line = (row: readonly Span[]): Line =>
		kept.flatMap((index, place) => {
			const last = place === kept.length - 1;
			const cell = fitted([row[index] ?? span('')], last ? Math.max(width - taken, 0) : (natural[index] ?? 0), columns[index]?.align);
			return last ? cell : [...cell, span(' '.repeat(gap))];
		});
	return { header: line(columns.map(({ title }) => span(title, 'strong'))), rows: cells.map(line) };
}

const gap = 2;

function keptColumns(columns: readonly Column[], natural: readonly number[], width: number): readonly number[] {
	// the last column, of texts, keeps a third before others go
	const narrowest = Math.floor(width / 3);
	let kept = columns.map((_, index) => index);
	const needed = (): number =>
		kept.reduce((sum, index, place) => {
			const own = natural[index] ?? 0;
			return sum + (place === kept.length - 1 ? Math.min(own, narrowest) : own + gap);
		}, 0);
	while (kept.length > 1 && needed() > width) {
		const highest = Math.max(...kept.map((index) => columns[index]?.rank ?? 0));
		kept = kept.filter((index) => columns[index]?.rank !== highest);
	}
	return kept;
}
