import { FlagRefusal } from './flag.ts';

/** A boolean in one of the spellings that Go's strconv.ParseBool takes. */
export function parseBoolean(text: string): boolean {
	if (trueSpellings.has(text)) return true;
	if (falseSpellings.has(text)) return false;
	throw new FlagRefusal(`strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`);
}

/**
 * A whole number as Go's strconv.ParseInt takes it with base 0: a sign, then decimal digits, or `0x`, `0o`, `0`, `0b` and
 * digits of that base; underscores between digits when the base is spelled out.
 *
 * Beyond 2^53 the nearest number that JavaScript has; beyond its bits it is refused.
 */
export function parseInteger(text: string, bits = 64): number {
	const [, sign, digits = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
	const size = magnitude(digits);
	if (size === undefined) throw new FlagRefusal(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
	const value = sign === '-' ? -size : size;
	if (value !== BigInt.asIntN(bits, value)) throw new FlagRefusal(`strconv.ParseInt: parsing ${JSON.stringify(text)}: value out of range`);
	return Number(value);
}

/** As {@link parseInteger}, for a number without a sign: Go's strconv.ParseUint with base 0. */
export function parseUnsigned(text: string, bits: number): number {
	const value = magnitude(text);
	if (value === undefined) throw new FlagRefusal(`strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`);
	if (value !== BigInt.asUintN(bits, value))
		throw new FlagRefusal(`strconv.ParseUint: parsing ${JSON.stringify(text)}: value out of range`);
	return Number(value);
}

function magnitude(digits: string): bigint | undefined {
	const form = integerForms.find(({ pattern }) => pattern.test(digits));
	return form === undefined ? undefined : BigInt(form.javascript(digits.replaceAll('_', '')));
}

const trueSpellings: ReadonlySet<string> = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const falseSpellings: ReadonlySet<string> = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

/** Underscores: one, between digits or behind the base. */
const integerForms: readonly { readonly pattern: RegExp; readonly javascript: (digits: string) => string }[] = [
	{ pattern: /^(?:0|[1-9]\d*)$/, javascript: (digits) => digits },
	{ pattern: /^0[xX](?:_?[\da-fA-F])+$/, javascript: (digits) => digits },
	{ pattern: /^0[bB](?:_?[01])+$/, javascript: (digits) => digits },
	{ pattern: /^0[oO](?:_?[0-7])+$/, javascript: (digits) => digits },
	{ pattern: /^0(?:_?[0-7])+$/, javascript: (digits) => `0o${digits.slice(1)}` },
	// Go takes underscores in a decimal number too, when the base is left open.
	{ pattern: /^[1-9](?:_?\d)*$/, javascript: (digits) => digits },
];
