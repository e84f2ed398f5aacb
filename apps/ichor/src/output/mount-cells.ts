import type { MountStat } from '@ichor/api/machine';
import { fixed } from './go-number.ts';

/** The headings of {@link mountCells}. */
export const mountHeadings = ['FILESYSTEM', 'SIZE(GB)', 'USED(GB)', 'AVAILABLE(GB)', 'PERCENT USED', 'MOUNTED ON'];

/** A file system as the cells of a row; undefined for one without a size. */
export function mountCells({ filesystem, size, available, mountedOn }: MountStat): readonly string[] | undefined {
	if (size === 0n) return undefined;
	const used = 100 - 100 * (Number(available) / Number(size));
	const sizes = [size, size - available, available].map((bytes) => fixed(Number(BigInt.asUintN(64, bytes)) * 1e-9, 2));
	return [filesystem, ...sizes, `${fixed(used, 2)}%`, mountedOn];
}
