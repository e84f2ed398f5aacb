import type { PortRange } from '../scalars.gen.ts';

/** Why these ranges cannot stand in one rule: one ends before it begins, or two have a port in common. */
export function portRangesProblem(ranges: readonly PortRange[]): string | undefined {
	const sorted = ranges.map(bounds).sort((a, b) => a.first - b.first);
	for (const [index, range] of sorted.entries()) {
		if (range.first > range.last) return `invalid port range: ${format(range)}`;
		const previous = sorted[index - 1];
		if (previous && range.first <= previous.last) return `invalid port range: ${format(range)}, overlaps with ${format(previous)}`;
	}
	return undefined;
}

interface Bounds {
	readonly first: number;
	readonly last: number;
}

function bounds(range: PortRange): Bounds {
	const [first, last] = String(range).split('-').map(Number);
	return { first: first ?? 0, last: last ?? first ?? 0 };
}

function format({ first, last }: Bounds): string {
	return `${first}-${last}`;
}
