import { outputPlain, outputString } from '../../yaml/output.ts';
import type { EnumSchema, ScalarSchema } from '../schema/schema.ts';
import { canonicalDiskSize, checkedDiskSizeMatcher } from './disk-size.ts';
import { canonicalEnum } from './enumeration.ts';
import { parsePortRange } from './port-range.ts';
import { attempt, TextRefusal } from './refusal.ts';
import { type ScalarCodec, stringOf, textOf } from './scalar-codec.ts';
import { checkedByteSize, checkedSize } from './size.ts';
import { canonicalURL, mergeURL } from './url.ts';

/** A type that reads itself from text, where no text is no value: addresses, prefixes. */
export function textCodec(goType: string, canonical: (text: string) => string): ScalarCodec<string> {
	return {
		zero: '',
		decode: (node) => canonical(textOf(node, goType)) || undefined,
		output: outputString,
		isZero: (value) => value === '',
	};
}

/** A closed set of texts. */
export function enumCodec(type: ScalarSchema, values: EnumSchema): ScalarCodec<string> {
	const zero = values.zero ?? '';
	return {
		zero,
		decode: (node) => canonicalEnum(textOf(node, type.scalar), type, values),
		output: outputString,
		isZero: (value) => value === zero,
	};
}

/** Bytes as text: a patch replaces them with whatever it has, nothing included. */
export function bytesCodec(goType: string, canonical: (text: string) => string): ScalarCodec<string> {
	return {
		zero: '',
		decode: (node) => canonical(textOf(node, goType)),
		output: outputString,
		isZero: (value) => value === '',
		merge: (_, right) => right,
	};
}

/** Bytes in base64, read by way of a string. */
export function base64Codec(canonical: (text: string) => string): ScalarCodec<string> {
	return { ...bytesCodec('', canonical), decode: (node) => canonical(stringOf(node)) };
}

/** The fields of a PEM pair: upstream decodes both whenever it decodes one. */
export function pemCodec(canonical: (text: string) => string): ScalarCodec<string> {
	return { ...base64Codec(canonical), missing: '' };
}

/** A size or an expression, which a patch replaces even when it does not mention it (a slip of upstream). */
export function overwrittenCodec(goType: string, checked: (text: string) => string): ScalarCodec<string> {
	return { ...textCodec(goType, (text) => text && checked(text)), overwrites: true };
}

export const byteSizeCodec = overwrittenCodec('block.ByteSize', checkedByteSize);

export const expressionCodec = overwrittenCodec('cel.Expression', (text) => text);

/**
 * Bytes or a percentage. Upstream keeps both kinds side by side and prints the bytes, so that a percentage never
 * replaces bytes (a slip).
 */
export const sizeCodec: ScalarCodec<string> = {
	...textCodec('block.Size', (text) => text && checkedSize(text)),
	merge: (left, right) => (left.includes('%') || !right.includes('%') ? right : left),
};

/** A URL where no text is no URL. */
export const urlCodec: ScalarCodec<string> = {
	zero: '',
	decode: (node) => canonicalURL(stringOf(node)) || undefined,
	output: outputString,
	isZero: (value) => value === '',
	merge: mergeURL,
};

/** A URL where no text is an empty URL. */
export const endpointCodec: ScalarCodec<string> = { ...urlCodec, decode: (node) => canonicalURL(stringOf(node)) };

const noBytes = '0 B';

export const diskSizeCodec: ScalarCodec<string> = {
	zero: noBytes,
	decode: (node) => canonicalDiskSize(stringOf(node)),
	output: (value) => (/^\d+$/.test(value) ? outputPlain(value) : outputString(value)),
	isZero: (value) => value === noBytes,
};

/** A condition on a size. Upstream cannot merge two of them. */
export const diskSizeMatcherCodec: ScalarCodec<string> = {
	zero: '',
	decode: (node) => checkedDiskSizeMatcher(stringOf(node)),
	output: outputString,
	isZero: (value) => value === '',
	merge(left) {
		throw new TextRefusal(`merge field v1alpha1.InstallDiskSizeMatcher.condition: merge not possible, left ${left} is not settable`);
	},
};

/** A port, which prints as a number, or a range of ports. */
export function portRangeCodec(port: ScalarCodec<number | bigint>): ScalarCodec<string | number | bigint> {
	return {
		zero: 0,
		decode(node) {
			const single = attempt(() => port.decode(node));
			return single === undefined || single instanceof TextRefusal ? parsePortRange(stringOf(node)) : single;
		},
		output: (value) => (typeof value === 'string' ? outputString(value) : port.output(value)),
		isZero: (value) => value === 0,
	};
}
