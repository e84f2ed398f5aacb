import { parseByteCount } from './byte-count.ts';
import { parseGoFloat } from './go-number.ts';
import { attempt, TextRefusal } from './refusal.ts';

/** A number of bytes as it was written, with a minus in front of it or not; refuses what is no size. */
export function checkedByteSize(text: string): string {
	parseByteSize(text);
	return text;
}

/** A number of bytes or a share of a whole as it was written; refuses what is neither. */
export function checkedSize(text: string): string {
	if (text.includes('%')) parsePercentage(text);
	else parseByteSize(text);
	return text;
}

/** What a {@link checkedSize} means: bytes, or a percentage of whatever it is a size of. */
export function parseSize(text: string): { readonly bytes: bigint } | { readonly percent: number } {
	return text.includes('%') ? { percent: parsePercentage(text) } : { bytes: parseByteSize(text) };
}

/** Bytes of a text such as `10GiB` or `-5GB`; nothing is 0. */
export function parseByteSize(text: string): bigint {
	if (text === '') return 0n;
	return text.startsWith('-') ? -parseByteCount(text.slice(1)) : parseByteCount(text);
}

function parsePercentage(text: string): number {
	if (!text.endsWith('%')) throw new TextRefusal("percentage must end with '%'");
	const negative = text.startsWith('-');
	const value = percentOf(text.slice(negative ? 1 : 0, -1));
	if (value < 0 || value > 100) throw new TextRefusal(`percentage must be between 0 and 100, got ${value}`);
	return negative ? -Math.trunc(value) : Math.trunc(value);
}

function percentOf(text: string): number {
	const value = attempt(() => parseGoFloat(text));
	if (value instanceof TextRefusal) throw new TextRefusal(`invalid percentage value: ${value.message}`);
	return value;
}
