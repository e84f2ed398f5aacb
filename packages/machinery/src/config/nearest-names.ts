/**
 * The names that were probably meant, nearest first: those that begin with what was typed, and those that a few slips
 * of the keyboard turn into it. Letter case does not matter.
 */
export function nearestNames(typed: string, names: Iterable<string>, limit = 3): readonly string[] {
	const wanted = typed.toLowerCase();
	if (wanted === '' || wanted.length > longestName) return [];
	const slips = Math.min(3, Math.ceil(wanted.length / 3));
	return [...new Set(names)]
		.map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
		.filter(({ distance }) => distance <= slips)
		.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
		.slice(0, limit)
		.map(({ name }) => name);
}

/** No name is longer; what is longer was not meant to be one, and would only cost time. */
const longestName = 80;

function distanceOf(typed: string, name: string): number {
	return typed.length > 1 && name.startsWith(typed) ? 1 : slipsBetween(typed, name);
}

/** Letters to insert, delete, replace or swap with their neighbour to make one word of the other. */
function slipsBetween(a: string, b: string): number {
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			next.push(
				Math.min(
					(row[j] ?? 0) + 1,
					(next[j - 1] ?? 0) + 1,
					(row[j - 1] ?? 0) + same,
					swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
				),
			);
		}
		before = row;
		row = next;
	}
	return row[b.length] ?? 0;
}
