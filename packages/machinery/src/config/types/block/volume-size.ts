import { parseByteCount } from '../../scalars/byte-count.ts';

/** A size of a volume as it was written. */
export interface VolumeSize {
	/** Without its sign; zero for a share of the disk. */
	readonly bytes: bigint;
	/** A share of the disk: `80%`. */
	readonly relative: boolean;
	/** What is to be left free on the disk. */
	readonly negative: boolean;
}

/** Undefined when no size is given. The text has been decoded, so it is one. */
export function parseVolumeSize(text: string | undefined): VolumeSize | undefined {
	if (text === undefined || text === '') return undefined;
	const negative = text.startsWith('-');
	const relative = text.includes('%');
	return { bytes: relative ? 0n : parseByteCount(negative ? text.slice(1) : text), relative, negative };
}
