import { quote } from '../quote.ts';
import { TextRefusal } from './refusal.ts';

/** A number as Go's strconv.ParseFloat reads it: decimal or hexadecimal, with `_` between digits, `inf`, `nan`. */
export function parseGoFloat(text: string): number {
	const value = readFloat(text);
	if (value === undefined) throw new TextRefusal(`strconv.ParseFloat: parsing ${quote(text)}: invalid syntax`);
	if (Math.abs(value) === Number.POSITIVE_INFINITY && !/inf/i.test(text))
		throw new TextRefusal(`strconv.ParseFloat: parsing ${quote(text)}: value out of range`);
	return value;
}

/** A decimal number as Go's strconv.ParseUint reads it with base 10: digits only, at most `maximum`. */
export function parseGoUint(text: string, maximum: number): number | undefined {
	if (!/^\d+$/.test(text)) return undefined;
	const value = Number(text);
	return value <= maximum ? value : undefined;
}

function readFloat(text: string): number | undefined {
	if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	if (/^nan$/i.test(text)) return Number.NaN;
	const digits = text.replace(/^[+-]/, '');
	if (digits.includes('_') && !underscoresSeparateDigits(digits)) return undefined;
	const plain = digits.replaceAll('_', '');
	const size = /^0x/i.test(plain) ? readHexadecimal(plain) : /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
	return size === undefined || !text.startsWith('-') ? size : -size;
}

function underscoresSeparateDigits(digits: string): boolean {
	return /^0x/i.test(digits)
		? !/(?<![\da-fx])_|_(?![\da-f])/i.test(digits)
		: !/(?<!\d)_|_(?!\d)/.test(/^0[bo]/i.test(digits) ? digits.slice(2).replace(/^_/, '0') : digits);
}

function readHexadecimal(text: string): number | undefined {
	const [, whole = '', fraction = '', exponent] = /^0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i.exec(text) ?? [];
	if (exponent === undefined || (whole === '' && fraction === '')) return undefined;
	return Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(exponent) - 4 * fraction.length);
}
