import { ScalarType } from '@bufbuild/protobuf';
import { type Binding, type Field, refuse, type Shape } from '../spec/field.ts';
import type { MessageCodec } from '../spec/index.ts';

/** `aa:bb:cc:dd:ee:ff`, bytes on the wire; empty text for none. */
export const hardwareAddress: Field<string> = {
	shape: { kind: 'hardware address' },
	bind(slot) {
		if (slot.kind !== 'scalar' || slot.scalar !== ScalarType.BYTES) return refuse('a hardware address', slot);
		return {
			encode: (value) => Uint8Array.from(value === '' ? [] : value.split(':'), (byte) => Number.parseInt(byte, 16)),
			decode: (wire) => [...(wire as Uint8Array)].map((byte) => byte.toString(16).padStart(2, '0')).join(':'),
			view: (value) => value,
		};
	},
};

/** Words with commas between them, each a bit of the number on the wire, from the lowest on. */
export function bits(words: Readonly<Record<string, number>>): Field<string> {
	return numeric(
		{ kind: 'words with commas between them', words: Object.keys(words) },
		{ encode: (value) => bitsOf(words, value), decode: (wire) => bitWords(words, wire), view: (value) => value },
	);
}

/** The words of the bits that are set, from the lowest on. */
export function bitWords(words: Readonly<Record<string, number>>, number: number): string {
	return Object.entries(words)
		.filter(([, bit]) => (number & bit) !== 0)
		.map(([word]) => word)
		.join(',');
}

/** The bits of words with commas between them; a word that is not known counts for nothing. */
export function bitsOf(words: Readonly<Record<string, number>>, value: string): number {
	return value.split(',').reduce((number, word) => number | (words[word] ?? 0), 0);
}

/**
 * A number of the kernel's that has a word, or is shown as `Name(7)`: the kernel may have words that we do not know.
 *
 * @param name what upstream calls the type
 */
export function kernelWord<Word extends string>(name: string, words: Readonly<Record<Word, number>>): Field<Word> {
	return numeric(
		{ kind: 'word', words: Object.keys(words) },
		{ encode: (value) => numberOfWord(words, value), decode: (wire) => wordOfNumber(name, words, wire), view: (value) => value },
	);
}

export function wordOfNumber<Word extends string>(name: string, words: Readonly<Record<Word, number>>, number: number): Word {
	const known = Object.entries<number>(words).find(([, value]) => value === number)?.[0];
	return (known ?? `${name}(${number})`) as Word;
}

export function numberOfWord<Word extends string>(words: Readonly<Record<Word, number>>, word: Word): number {
	return words[word] ?? Number(/\((-?\d+)\)$/.exec(word)?.[1] ?? 0);
}

/**
 * A codec that does not show these keys: upstream's printer takes an address that may be left out for empty, always
 * (gopkg.in/yaml.v3 sees no exported field in netip.Addr).
 */
export function unseen<Spec>(codec: MessageCodec<Spec>, ...keys: readonly string[]): MessageCodec<Spec> {
	return {
		...codec,
		shape: withoutFields(codec.shape, keys),
		view: (spec) => Object.fromEntries(Object.entries(codec.view(spec) as object).filter(([key]) => !keys.includes(key))),
	};
}

function withoutFields(shape: Shape, keys: readonly string[]): Shape {
	return { ...shape, fields: Object.fromEntries(Object.entries(shape.fields ?? {}).filter(([key]) => !keys.includes(key))) };
}

/** A field of 32 bits or of an enum. */
export function numeric<Value>(shape: Shape, binding: Omit<Binding<Value>, 'decode'> & { decode(wire: number): Value }): Field<Value> {
	return {
		shape,
		bind: (slot) =>
			slot.kind === 'enum' || slot.kind === 'scalar'
				? { ...binding, decode: (wire) => binding.decode(Number(wire ?? 0)) }
				: refuse('a number', slot),
	};
}
