import { humanByteCount, parseByteCount, trimSpace } from './byte-count.ts';
import { attempt, TextRefusal } from './refusal.ts';

/** The canonical text of a partition's size: `100 GB` where that loses nothing, the bytes in digits otherwise. */
export function canonicalDiskSize(text: string): string {
	const bytes = parseByteCount(text);
	if (bytes % 1000n !== 0n) return bytes.toString();
	const human = humanByteCount(bytes);
	return parseByteCount(human) === bytes ? human : bytes.toString();
}

/** A comparison with a disk's size, without the space around it; refuses what is none. */
export function checkedDiskSizeMatcher(text: string): string {
	parseDiskSizeMatcher(text);
	return trimSpace(text);
}

/** The operator (none means equal) and the bytes of `>= 100GB`. */
export function parseDiskSizeMatcher(text: string): { readonly operator: string; readonly bytes: bigint } {
	const [, operator = '', size = ''] = /(>=|<=|>|<|==)?([^\n]*)$/.exec(trimSpace(text)) ?? [];
	const bytes = attempt(() => parseByteCount(trimSpace(size)));
	if (bytes instanceof TextRefusal) throw new TextRefusal(`failed to parse disk size ${size}: ${bytes.message}`);
	return { operator, bytes };
}
