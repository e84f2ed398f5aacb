import { ScalarType } from '@bufbuild/protobuf';
import { type Binding, type Field, refuse } from './field.ts';

export const text: Field<string> = {
	shape: { kind: 'text' },
	bind(slot) {
		return slot.kind === 'scalar' && slot.scalar === ScalarType.STRING ? same : refuse('text', slot);
	},
};

export const flag: Field<boolean> = {
	shape: { kind: 'flag' },
	bind(slot) {
		return slot.kind === 'scalar' && slot.scalar === ScalarType.BOOL ? same : refuse('a flag', slot);
	},
};

/** A whole number, exact up to 2^53. */
export const whole: Field<number> = {
	shape: { kind: 'number' },
	bind(slot) {
		if (slot.kind !== 'scalar') return refuse('a whole number', slot);
		if (narrow.has(slot.scalar)) return same;
		return wide.has(slot.scalar) ? { encode: BigInt, decode: Number, view: (value) => value } : refuse('a whole number', slot);
	},
};

export const real: Field<number> = {
	shape: { kind: 'number' },
	bind(slot) {
		return slot.kind === 'scalar' && reals.has(slot.scalar) ? same : refuse('a real number', slot);
	},
};

/** Bytes that people see as a list of numbers. */
export const numbers: Field<readonly number[]> = {
	shape: { kind: 'bytes' },
	bind(slot) {
		if (slot.kind !== 'scalar' || slot.scalar !== ScalarType.BYTES) return refuse('bytes', slot);
		return { encode: (value) => Uint8Array.from(value), decode: (wire) => [...(wire as Uint8Array)], view: (value) => value };
	},
};

/** Bytes that people see in base64, as they are in the spec. */
export const base64: Field<string> = {
	shape: { kind: 'base64' },
	bind(slot) {
		if (slot.kind !== 'scalar' || slot.scalar !== ScalarType.BYTES) return refuse('bytes', slot);
		return {
			encode: (value) => Uint8Array.from(atob(value), (character) => character.charCodeAt(0)),
			decode: (wire) => btoa(String.fromCharCode(...(wire as Uint8Array))),
			view: (value) => value,
		};
	},
};

/** One of a few words; each has its number on the wire. A number that has no word is read as the one of 0. */
export function choice<const Numbers extends Readonly<Record<string, number>>>(words: Numbers): Field<keyof Numbers & string> {
	const names = new Map(Object.entries(words).map(([name, number]) => [number, name]));
	return {
		shape: { kind: 'word', words: Object.keys(words) },
		bind(slot) {
			if (slot.kind !== 'enum') return refuse('a word', slot);
			const { enum: description } = slot;
			const strange = [...names.keys()].filter((number) => description.value[number] === undefined);
			if (strange.length > 0) return refuse(`the number ${strange.join(', ')}`, slot);
			return {
				encode: (name) => words[name],
				decode: (number) => (names.get(number as number) ?? names.get(0) ?? '') as keyof Numbers & string,
				view: (name) => name,
			};
		},
	};
}

/** In the process and in print as on the wire. */
const same: Binding<never> = { encode: (value) => value, decode: (wire) => wire as never, view: (value) => value };

const narrow: ReadonlySet<ScalarType> = new Set([
	ScalarType.INT32,
	ScalarType.UINT32,
	ScalarType.SINT32,
	ScalarType.FIXED32,
	ScalarType.SFIXED32,
]);

const wide: ReadonlySet<ScalarType> = new Set([
	ScalarType.INT64,
	ScalarType.UINT64,
	ScalarType.SINT64,
	ScalarType.FIXED64,
	ScalarType.SFIXED64,
]);

const reals: ReadonlySet<ScalarType> = new Set([ScalarType.DOUBLE, ScalarType.FLOAT]);
