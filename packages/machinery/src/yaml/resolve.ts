import type { YamlNode, YamlScalar } from './node.ts';
import { parseTimestamp } from './timestamp.ts';

/**
 * What a scalar is when nothing else says so: the value of its text, or of its tag.
 *
 * Integers beyond 2^53 are bigints, up to the 64 bits of Go's int64 and uint64; longer ones are floats, as in go-yaml.
 * The text of a timestamp is canonical, that of a binary the base64 as it was written. A scalar with a tag of its own
 * (`other`) keeps its text.
 */
export type ResolvedScalar =
	| { readonly tag: 'null'; readonly value: null }
	| { readonly tag: 'bool'; readonly value: boolean }
	| { readonly tag: 'int'; readonly value: number | bigint }
	| { readonly tag: 'float'; readonly value: number }
	| { readonly tag: 'str' | 'timestamp' | 'binary' | 'merge' | 'other'; readonly value: string };

/** A tag that does not fit its text, in go-yaml's words: ``cannot construct !!str `x` as a !!int``. */
export class ResolveRefusal extends Error {}

/** Resolves a scalar as go-yaml v4 does. Throws {@link ResolveRefusal}. */
export function resolveScalar(scalar: YamlScalar): ResolvedScalar {
	const { tag, text, style } = scalar;
	if (tag === undefined) return style === 'plain' ? resolvePlain(text) : string(text);
	if (tag === '!') return { tag: style === 'plain' ? 'other' : 'str', value: text };
	return tag.startsWith(tagPrefix) ? resolveTagged(tag.slice(tagPrefix.length), text) : { tag: 'other', value: text };
}

/** The tag that text without quotes and without a tag resolves to. */
export function plainTag(text: string): ResolvedScalar['tag'] {
	return resolvePlain(text).tag;
}

/** Whether a key is `<<`: what stands behind it belongs to the map around it. */
export function isMergeKey(key: YamlNode): boolean {
	if (key.type !== 'scalar' || key.alias !== undefined) return false;
	return key.tag === undefined ? key.text === '<<' && key.style === 'plain' : key.tag === mergeTag;
}

export const tagPrefix = 'tag:yaml.org,2002:';

const mergeTag = `${tagPrefix}merge`;

function resolveTagged(name: string, text: string): ResolvedScalar {
	switch (name) {
		case 'str':
		case 'binary':
		case 'merge':
			return { tag: name, value: text };
		case 'timestamp':
		case 'null':
		case 'bool':
		case 'int':
		case 'float': {
			const resolved = resolvePlain(text, name);
			if (resolved.tag === name) return resolved;
			if (name === 'float' && resolved.tag === 'int' && resolved.value < 2n ** 63n) return { tag: name, value: Number(resolved.value) };
			throw new ResolveRefusal(`cannot construct !!${resolved.tag} \`${text}\` as a !!${name}`);
		}
		default:
			return { tag: 'other', value: text };
	}
}

/** `wanted` is the tag that the scalar has; one but `timestamp` keeps dates from being timestamps. */
function resolvePlain(text: string, wanted?: string): ResolvedScalar {
	const first = text.charCodeAt(0);
	// most strings begin with a letter, and few letters begin anything else
	if (first > 0x2b && !(first <= 0x39 || first === 0x7e || isWordLetter(first))) return string(text);
	const named = words.get(text);
	if (named !== undefined) return named;
	if (first === 0x2e) return resolveFraction(text) ?? string(text);
	if (first !== 0x2b && first !== 0x2d && !(first >= 0x30 && first <= 0x39)) return string(text);

	if (wanted === undefined || wanted === 'timestamp') {
		const timestamp = text.charCodeAt(4) === 0x2d ? parseTimestamp(text) : undefined;
		if (timestamp !== undefined) return { tag: 'timestamp', value: timestamp };
	}
	const plain = text.replaceAll('_', '');
	const integer = parseInteger(plain);
	if (integer !== undefined) return { tag: 'int', value: integer };
	return decimal.test(plain) ? (finite(Number(plain)) ?? string(text)) : string(text);
}

/** A letter that one of the {@link words} begins with. */
function isWordLetter(code: number): boolean {
	return code === 0x3c || 'tTfFnN'.includes(String.fromCharCode(code));
}

const words: ReadonlyMap<string, ResolvedScalar> = new Map([
	...spellings({ tag: 'bool', value: true }, 'true', 'True', 'TRUE'),
	...spellings({ tag: 'bool', value: false }, 'false', 'False', 'FALSE'),
	...spellings({ tag: 'null', value: null }, '', '~', 'null', 'Null', 'NULL'),
	...spellings({ tag: 'float', value: Number.NaN }, '.nan', '.NaN', '.NAN'),
	...spellings({ tag: 'float', value: Number.POSITIVE_INFINITY }, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'),
	...spellings({ tag: 'float', value: Number.NEGATIVE_INFINITY }, '-.inf', '-.Inf', '-.INF'),
	...spellings({ tag: 'float', value: -0 }, '-0', '-0.0'),
	...spellings({ tag: 'merge', value: '<<' }, '<<'),
]);

function spellings(resolved: ResolvedScalar, ...texts: string[]): [string, ResolvedScalar][] {
	return texts.map((text) => [text, resolved]);
}

/** Go's strconv.ParseInt with base 0, and ParseUint for what is too large for it. */
function parseInteger(text: string): number | bigint | undefined {
	const match = integer.exec(text);
	if (match === null) return undefined;
	const [, sign = '', hexadecimal, binary, octal, digits = '0'] = match;
	if (octal === undefined && hexadecimal === undefined && binary === undefined && digits.length <= 15) return Number(sign + digits);
	const radix = hexadecimal !== undefined ? '0x' : binary !== undefined ? '0b' : octal !== undefined ? '0o' : '';
	const size = BigInt(radix + (hexadecimal ?? binary ?? octal ?? digits));
	const value = sign === '-' ? -size : size;
	if (value < -(2n ** 63n) || value >= 2n ** (sign === '' ? 64n : 63n)) return undefined;
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value;
}

/** Sign, then the digits of a hexadecimal, binary, octal (`0o` or a leading zero) or decimal number. */
const integer = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;

const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** A float that begins with its point: Go's strconv.ParseFloat reads it, which wants underscores between digits. */
function resolveFraction(text: string): ResolvedScalar | undefined {
	return fraction.test(text) ? finite(Number(text.replaceAll('_', ''))) : undefined;
}

const fraction = /^\.\d(?:_?\d)*(?:[eE][-+]?\d(?:_?\d)*)?$/;

/** A float, but for one that is out of range: that stays a string. */
function finite(value: number): ResolvedScalar | undefined {
	return Number.isFinite(value) ? { tag: 'float', value } : undefined;
}

function string(text: string): ResolvedScalar {
	return { tag: 'str', value: text };
}
