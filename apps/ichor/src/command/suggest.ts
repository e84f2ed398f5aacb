/** The nearest of some names to what was typed, when one is near enough to have been meant: two edits, or its beginning. */
export function closest(typed: string, names: readonly string[]): string | undefined {
	const near = suggestions(typed, names).map((name) => ({ name, distance: editDistance(typed, name) }));
	return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

/** The names that are two edits or less from what was typed, or begin with it; case does not matter. */
export function suggestions(typed: string, names: readonly string[]): readonly string[] {
	return names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()) || editDistance(typed, name) <= nearEnough);
}

/** Edits; cobra's default. */
const nearEnough = 2;

/** Insertions, deletions and replacements of a letter that make one name of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
	const to = b.toLowerCase();
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (const [index, letter] of [...a.toLowerCase()].entries()) {
		const next = [index + 1];
		for (let column = 1; column <= to.length; column += 1) {
			const replaced = (row[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1);
			next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}
