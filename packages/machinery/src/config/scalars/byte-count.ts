import { parseGoFloat } from './go-number.ts';
import { TextRefusal } from './refusal.ts';

/** Bytes in a text such as `10GiB`, `1.5 TB` or `1,048,576`: what go-humanize's ParseBytes reads. */
export function parseByteCount(text: string): bigint {
	const digits = /^[\p{Nd}.,]*/u.exec(text)?.[0] ?? '';
	const value = parseGoFloat(digits.replaceAll(',', ''));
	const unitName = trimSpace(text.slice(digits.length)).toLowerCase();
	const unit = byteUnits.get(unitName);
	if (unit === undefined) throw new TextRefusal(`unhandled size name: ${unitName}`);
	const bytes = value * unit;
	if (bytes >= 2 ** 64) throw new TextRefusal(`too large: ${text}`);
	return BigInt(Math.trunc(bytes));
}

/** A number of bytes in decimal units with at most two significant digits: `100 GB`, `1.5 kB`. */
export function humanByteCount(bytes: bigint): string {
	if (bytes < 10n) return `${bytes} B`;
	const exponent = Math.floor(Math.log(Number(bytes)) / Math.log(1000));
	const value = Math.floor((Number(bytes) / 1000 ** exponent) * 10 + 0.5) / 10;
	return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${decimalUnits[exponent]}`;
}

/** What Go's strings.TrimSpace takes off. */
export function trimSpace(text: string): string {
	return text.replace(/^[\s\u0085]+/u, keepByteOrderMark).replace(/[\s\u0085]+$/u, keepByteOrderMark);
}

const decimalUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

const byteUnits: ReadonlyMap<string, number> = new Map([
	['', 1],
	['b', 1],
	...[...'kmgtpe'].flatMap((letter, index): [string, number][] => [
		[letter, 1000 ** (index + 1)],
		[`${letter}b`, 1000 ** (index + 1)],
		[`${letter}i`, 1024 ** (index + 1)],
		[`${letter}ib`, 1024 ** (index + 1)],
	]),
]);

/** JavaScript counts U+FEFF as space, Go does not. */
function keepByteOrderMark(space: string): string {
	return space.includes('\ufeff') ? space.slice(space.indexOf('\ufeff'), space.lastIndexOf('\ufeff') + 1) : '';
}
