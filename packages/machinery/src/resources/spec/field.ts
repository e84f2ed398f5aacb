import type { DescEnum, DescField, DescMessage, ScalarType } from '@bufbuild/protobuf';
import { DefinitionError } from '@ichor/runtime';

/** What a message has place for: the part of a field's description that says what its values are. */
export type Slot =
	| { readonly kind: 'scalar'; readonly scalar: ScalarType }
	| { readonly kind: 'enum'; readonly enum: DescEnum }
	| { readonly kind: 'message'; readonly message: DescMessage }
	| { readonly kind: 'list' | 'map'; readonly item: Slot };

/**
 * A field of a spec: what it is in the process, on the wire and in print, said once. `text`, `list(address)` and the
 * like are made of it.
 */
export interface Field<Value> {
	/**
	 * How the field's values come and go in that place of a message.
	 *
	 * @throws DefinitionError when such values do not fit there
	 */
	bind(slot: Slot): Binding<Value>;
	/** What people see there. */
	readonly shape: Shape;
	/** The name in the message, where it does not follow from that in the spec. */
	readonly wireName?: string;
	/** The key is left out where the value is empty. */
	readonly optional?: boolean;
}

/** What values look like to people. */
export interface Shape {
	/** In a word: `text`, `address`; `list`, `map` and `record` for what is made of others. */
	readonly kind: string;
	/** The words that there are, when there are only these. */
	readonly words?: readonly string[];
	/** What a list or a map holds. */
	readonly of?: Shape;
	/** What a record has. */
	readonly fields?: Fields;
}

/** A field whose key a spec may do without. */
export interface OptionalField<Value> extends Field<Value> {
	readonly optional: true;
}

/** A field in its place. */
export interface Binding<Value> {
	/** What the message is made from. */
	encode(value: Value): unknown;
	/** Reads what a message has there; undefined is a message that is not set. */
	decode(wire: unknown): Value;
	/** The value as people see it. */
	view(value: Value): unknown;
	/** Whether a message says nothing there that the field has a place for; by its emptiness on the wire unless told otherwise. */
	isEmpty?(wire: unknown): boolean;
}

/** The values of a field. */
export type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** The fields of a record, by the keys that people see, in the order in which they are printed. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A record of those fields. */
export type RecordOf<F extends Fields> = {
	readonly [Key in keyof F as F[Key] extends OptionalField<unknown> ? never : Key]: ValueOf<F[Key]>;
} & {
	readonly [Key in keyof F as F[Key] extends OptionalField<unknown> ? Key : never]?: ValueOf<F[Key]>;
};

/** The place that a message's field is. */
export function slotOf(field: DescField): Slot {
	switch (field.fieldKind) {
		case 'list':
			return { kind: 'list', item: itemOf(field.listKind, field) };
		case 'map':
			return { kind: 'map', item: itemOf(field.mapKind, field) };
		default:
			return itemOf(field.fieldKind, field);
	}
}

/** @throws DefinitionError that says what a place is not */
export function refuse(wanted: string, slot: Slot): never {
	throw new DefinitionError('bad-type', `${wanted} cannot be in a field of kind ${slot.kind}`);
}

function itemOf(kind: 'scalar' | 'enum' | 'message', field: DescField): Slot {
	if (kind === 'scalar' && field.scalar !== undefined) return { kind, scalar: field.scalar };
	if (kind === 'enum' && field.enum !== undefined) return { kind, enum: field.enum };
	if (field.message !== undefined) return { kind: 'message', message: field.message };
	throw new DefinitionError('bad-type', `${field.name} has no type`);
}
