/**
 * A filled chart of dots: two values in a column, the latest at the right, four steps in a row (Unicode's Braille
 * patterns: dots 7, 3, 2, 1 from below in the left column, 8, 6, 5, 4 in the right one).
 *
 * @param top the value at which it is full
 */
export function chart(values: readonly number[], width: number, height: number, top: number): readonly string[] {
	const shown = values.slice(-width * 2);
	const first = width * 2 - shown.length;
	const dots = (place: number): number => {
		const value = shown[place - first];
		if (value === undefined) return 0;
		// what is there at all has a dot
		return Math.min(Math.max(Math.round((value / (top || 1)) * height * 4), value > 0 ? 1 : 0), height * 4);
	};
	return Array.from({ length: height }, (_, row) => {
		const below = (height - 1 - row) * 4;
		const columns = Array.from({ length: width }, (_unused, column) => {
			const cell = filled(left, dots(column * 2) - below) | filled(right, dots(column * 2 + 1) - below);
			return cell === 0 ? ' ' : String.fromCodePoint(0x2800 + cell);
		});
		return columns.join('');
	});
}

/** One row of blocks, the latest value at the right. */
export function sparkline(values: readonly number[], width: number): string {
	const shown = values.slice(-width);
	const top = Math.max(...shown, 0);
	const blocks = shown.map((value) =>
		top === 0 ? '▁' : (steps[Math.min(Math.floor((value / top) * steps.length), steps.length - 1)] ?? '▁'),
	);
	return blocks.join('').padStart(width);
}

/** A bar that is as full as the share of 1. */
export function gauge(share: number, width: number): { readonly full: string; readonly rest: string } {
	const full = Math.min(Math.max(Math.round(share * width), 0), width);
	return { full: '█'.repeat(full), rest: '░'.repeat(width - full) };
}

const steps = '▁▂▃▄▅▆▇█';

/** Bits of the patterns, from below. */
const left = [0x40, 0x04, 0x02, 0x01];
const right = [0x80, 0x20, 0x10, 0x08];

function filled(bits: readonly number[], count: number): number {
	return bits.slice(0, Math.max(count, 0)).reduce((sum, bit) => sum | bit, 0);
}
