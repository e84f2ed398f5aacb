import { create, type DescMessage } from '@bufbuild/protobuf';
import { DefinitionError } from '@ichor/runtime';
import { type Binding, type Field, type Fields, type OptionalField, type RecordOf, refuse, type Slot, slotOf } from './field.ts';

/** Any number of values. */
export function list<Value>(item: Field<Value>): Field<readonly Value[]> {
	return {
		shape: { kind: 'list', of: item.shape },
		bind(slot) {
			if (slot.kind !== 'list') return refuse('a list', slot);
			const one = item.bind(slot.item);
			return {
				encode: (values) => values.map((value) => one.encode(value)),
				decode: (wire) => (wire as readonly unknown[]).map((value) => one.decode(value)),
				view: (values) => values.map((value) => one.view(value)),
			};
		},
	};
}

/** Values by keys that are data. */
export function map<Value>(item: Field<Value>): Field<Readonly<Record<string, Value>>> {
	return {
		shape: { kind: 'map', of: item.shape },
		bind(slot) {
			if (slot.kind !== 'map') return refuse('a map', slot);
			const one = item.bind(slot.item);
			return {
				encode: (values) => mapValues(values, (value) => one.encode(value)),
				decode: (wire) => mapValues(wire as Readonly<Record<string, unknown>>, (value) => one.decode(value)),
				view: (values) => mapValues(values, (value) => one.view(value)),
			};
		},
	};
}

/** A message of those fields. Fields of the message that are not named here are none of ours. */
export function record<F extends Fields>(fields: F): Field<RecordOf<F>> {
	return {
		shape: { kind: 'record', fields },
		bind(slot) {
			return slot.kind === 'message' ? bindRecord(fields, slot.message) : refuse('a record', slot);
		},
	};
}

/** A message of one field that people see as what is in it. */
export function wrapped<Value>(wireName: string, field: Field<Value>): Field<Value> {
	return {
		shape: field.shape,
		bind(slot) {
			if (slot.kind !== 'message') return refuse('a wrapper', slot);
			const inner = field.bind(slotNamed(wireName, slot.message));
			return {
				encode: (value) => ({ [wireName]: inner.encode(value) }),
				decode: (wire) => inner.decode(((wire ?? create(slot.message)) as Readonly<Record<string, unknown>>)[wireName]),
				view: (value) => inner.view(value),
			};
		},
	};
}

/** A field whose key is left out, in the spec and in print, where its value is empty: as Go's `omitempty`. */
export function optional<Value>(field: Field<Value>): OptionalField<Value> {
	return { ...field, optional: true, bind: (slot) => field.bind(slot) };
}

/** A message that may not be there, which people see as null. */
export function nullable<Value>(field: Field<Value>): Field<Value | null> {
	return {
		...field,
		bind(slot) {
			if (slot.kind !== 'message') return refuse('nothing', slot);
			const there = field.bind(slot);
			return {
				encode: (value) => (value === null ? undefined : there.encode(value)),
				decode: (wire) => (wire === undefined ? null : there.decode(wire)),
				view: (value) => (value === null ? null : there.view(value)),
			};
		},
	};
}

/** A field whose name on the wire does not follow from its key; the name is the generated one. */
export function named<F extends Field<unknown>>(wireName: string, field: F): F {
	return { ...field, wireName, bind: (slot: Slot) => field.bind(slot) };
}

/** The fields of a record in their places of a message. */
export function bindRecord<F extends Fields>(fields: F, description: DescMessage): Binding<RecordOf<F>> {
	const bound = Object.entries(fields).map(([key, field]) => ({ key, field, ...bindField(key, field, description) }));
	return {
		encode(value) {
			const entries = bound.map(({ key, wireName, binding }) => {
				const one = (value as Readonly<Record<string, unknown>>)[key];
				return [wireName, one === undefined ? undefined : binding.encode(one)];
			});
			return Object.fromEntries(entries.filter(([, wire]) => wire !== undefined));
		},
		decode(wire) {
			const message = (wire ?? create(description)) as Readonly<Record<string, unknown>>;
			const entries = bound.flatMap(({ key, wireName, field, binding }) => {
				const one = message[wireName];
				if (field.optional === true && (binding.isEmpty ?? isEmpty)(one)) return [];
				return [[key, binding.decode(one)]];
			});
			return Object.fromEntries(entries) as RecordOf<F>;
		},
		view(value) {
			const entries = bound.flatMap(({ key, binding }) => {
				const one = (value as Readonly<Record<string, unknown>>)[key];
				return one === undefined ? [] : [[key, binding.view(one)]];
			});
			return Object.fromEntries(entries);
		},
		isEmpty(wire) {
			const message = (wire ?? {}) as Readonly<Record<string, unknown>>;
			return bound.every(({ wireName, binding }) => (binding.isEmpty ?? isEmpty)(message[wireName]));
		},
	};
}

function bindField(key: string, field: Field<unknown>, message: DescMessage): { wireName: string; binding: Binding<unknown> } {
	const wireName = field.wireName ?? wireNameOf(key, message);
	try {
		return { wireName, binding: field.bind(slotNamed(wireName, message)) };
	} catch (cause) {
		throw new DefinitionError('bad-type', `${message.typeName}: ${key}: ${cause instanceof Error ? cause.message : String(cause)}`, {
			cause,
		});
	}
}

/** Names agree when nothing but capitals and underscores tells them apart: `etcdCA` is `etcd_ca`. */
function wireNameOf(key: string, message: DescMessage): string {
	return message.fields.find(({ name }) => name.replaceAll('_', '') === key.toLowerCase().replaceAll('_', ''))?.localName ?? key;
}

function slotNamed(wireName: string, message: DescMessage): Slot {
	const field = message.fields.find(({ localName }) => localName === wireName);
	if (field === undefined) throw new DefinitionError('bad-type', `${message.typeName} has no field ${wireName}`);
	return slotOf(field);
}

/** Whether a value on the wire is what a message has that was told nothing. */
function isEmpty(wire: unknown): boolean {
	if (wire === undefined || wire === '' || wire === 0 || wire === 0n || wire === false) return true;
	if (Array.isArray(wire) || wire instanceof Uint8Array) return wire.length === 0;
	if (typeof wire !== 'object' || wire === null) return false;
	return Object.entries(wire).every(([key, value]) => key === '$typeName' || isEmpty(value));
}

function mapValues<From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Readonly<Record<string, To>> {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
