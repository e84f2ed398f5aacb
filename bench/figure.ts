/** One measured figure: ours beside somebody else's from the same run. */
export interface Figure {
	readonly name: string;
	readonly unit: 'ms' | 's' | 'MB' | 'MiB' | 'calls/s' | 'MB/s';
	readonly ours: number;
	/** Absent when what it would be measured with is not on this machine; `why` then says so. */
	readonly anchor?: { readonly name: string; readonly value: number };
	/** The ratio, ours to the anchor's, that the issue asks for. */
	readonly goal?: number;
	readonly why?: string;
}

export type Bench = () => AsyncIterable<Figure>;

export function printFigure({ name, unit, ours, anchor, goal, why }: Figure): void {
	const ratio = anchor === undefined ? '' : `${format(ours / anchor.value)}x`;
	const wanted = goal === undefined ? '' : `(goal ${goal}x)`;
	const beside = anchor === undefined ? (why ?? '') : `${anchor.name} ${format(anchor.value)} ${unit}`;
	console.log(`${name.padEnd(46)}${format(ours).padStart(10)} ${unit.padEnd(8)}${beside.padEnd(34)}${ratio.padStart(8)} ${wanted}`);
}

function format(value: number): string {
	return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (middle === undefined) throw new Error('a median of nothing');
	return middle;
}
