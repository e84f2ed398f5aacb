import { outputPlain, outputString } from '../../yaml/output.ts';
import type { ResolvedScalar } from '../../yaml/resolve.ts';
import type { ConfigOpaque } from '../document.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { attempt, TextRefusal } from './refusal.ts';
import { mismatch, resolvedOf, type ScalarCodec, stringOrBytesOf } from './scalar-codec.ts';

/** Go's string, and the types that are one. */
export function stringCodec(goType: string): ScalarCodec<string | ConfigOpaque> {
	return {
		zero: '',
		decode: (node) => stringOrBytesOf(node, goType),
		output: (value) => (typeof value === 'string' ? outputString(value) : { type: 'scalar', kind: 'binary', text: value.text }),
		isZero: (value) => value === '',
	};
}

/** Go's bool, which also reads YAML 1.1's words, in any of the three letter cases. */
export const boolCodec: ScalarCodec<boolean> = {
	zero: false,
	decode(node) {
		const { tag, value, scalar } = resolvedOf(node, 'bool');
		if (typeof value === 'boolean') return value;
		const isWord = tag === 'str' && (scalar.text === scalar.text.toLowerCase() || isCapitalized(scalar.text));
		const word = isWord ? words.get(scalar.text.toLowerCase()) : undefined;
		if (word === undefined) throw mismatch(scalar, 'bool');
		return word;
	},
	output: (value) => outputPlain(String(value)),
	isZero: (value) => !value,
	overwrites: true,
};

/** A Go integer of so many bits: also reads a float without a fraction. */
export function integerCodec(goType: string, bits: number, signed: boolean): ScalarCodec<number | bigint> {
	const smallest = signed ? -(1n << BigInt(bits - 1)) : 0n;
	const largest = (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
	return {
		zero: 0,
		decode(node) {
			const { value, scalar } = resolvedOf(node, goType);
			const integer = wholeNumber(value);
			if (integer === undefined || integer < smallest || integer > largest) throw mismatch(scalar, goType);
			return narrow(integer);
		},
		output: (value) => outputPlain(String(value)),
		isZero: (value) => BigInt(value) === 0n,
	};
}

/** Permission bits, which print in octal. */
export function fileModeCodec(goType: string): ScalarCodec<number | bigint> {
	return { ...integerCodec(goType, 32, false), output: (value) => outputPlain(`0o${value.toString(8)}`) };
}

/** A span of time: text with units, or the number 0. A float without a fraction counts nanoseconds, as in go-yaml. */
export const durationCodec: ScalarCodec<string> = {
	zero: '0s',
	decode(node) {
		const { scalar, ...resolved } = resolvedOf(node, 'time.Duration');
		const nanoseconds = nanosecondsOf(resolved);
		if (nanoseconds === undefined || BigInt.asIntN(64, nanoseconds) !== nanoseconds) throw mismatch(scalar, 'time.Duration');
		return formatDuration(nanoseconds);
	},
	output: outputString,
	isZero: (value) => value === '0s',
};

const words: ReadonlyMap<string, boolean> = new Map([
	['y', true],
	['yes', true],
	['on', true],
	['n', false],
	['no', false],
	['off', false],
]);

function isCapitalized(text: string): boolean {
	return text === text.toUpperCase() || text === text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

function nanosecondsOf({ tag, value }: ResolvedScalar): bigint | undefined {
	if (tag === 'float' || value === 0) return wholeNumber(value);
	return tag === 'str' ? durationOf(value) : undefined;
}

function durationOf(text: string): bigint | undefined {
	const duration = attempt(() => parseDuration(text));
	return duration instanceof TextRefusal ? undefined : duration;
}

/** The integer that a resolved scalar is, or that its float equals. */
function wholeNumber(value: ResolvedScalar['value']): bigint | undefined {
	if (typeof value === 'bigint') return value;
	return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : undefined;
}

function narrow(integer: bigint): number | bigint {
	const number = Number(integer);
	return Number.isSafeInteger(number) ? number : integer;
}
