import type { FieldSchema, StructSchema, TypeSchema } from '../schema/schema.ts';
import { kindFacts } from '../types/kinds.gen.ts';
import type { FieldDocs } from './docs.ts';
import { fieldDocs, structDocs } from './lookup.ts';

/** One place of the configuration: a kind of document, or a field somewhere below one. */
export interface ConfigPlaceDocs {
	/** `BondConfig.links`, `machine.network.interfaces[].vip.ip`; `<key>` stands for a key of a map. */
	readonly path: string;
	/** Absent for a whole document. */
	readonly field?: FieldSchema;
	readonly docs?: FieldDocs;
	/** The struct that stands here, or that the items of a list or map here are. */
	readonly struct?: StructSchema;
	/** The first release that knows the document. */
	readonly kindSince: string;
	/** Superseded, or below something that is. */
	readonly deprecated: boolean;
}

/** The documents, the root document as `v1alpha1`. */
export function documentPlaces(): readonly ConfigPlaceDocs[] {
	return kindFacts.map(({ kind, schema, since }) => ({ path: kind, struct: schema, kindSince: since, deprecated: false }));
}

/** The places directly below one. */
export function placesBelow(place: ConfigPlaceDocs): readonly ConfigPlaceDocs[] {
	const { struct, kindSince } = place;
	if (struct === undefined) return [];
	const prefix = place.path === 'v1alpha1' ? '' : `${place.path}${suffixOf(place.field?.type)}.`;
	return struct.fields.map((field) => {
		const docs = fieldDocs(struct, field);
		const inner = structIn(field.type);
		return {
			path: `${prefix}${field.name}`,
			field,
			kindSince,
			deprecated: place.deprecated || field.deprecated === true,
			...(docs === undefined ? {} : { docs }),
			...(inner === undefined ? {} : { struct: inner }),
		};
	});
}

/** Every place of the configuration, in the order of the documents and their fields; the structs have no circles. */
export function* allPlaces(start: readonly ConfigPlaceDocs[] = documentPlaces()): Generator<ConfigPlaceDocs> {
	for (const place of start) {
		yield place;
		yield* allPlaces(placesBelow(place));
	}
}

/** The last part of the place's path. */
export function nameOf({ field, path }: ConfigPlaceDocs): string {
	return field?.name ?? path;
}

/** What stands there, in words; the first line is a sentence that stands alone. */
export function docOf({ docs, struct }: ConfigPlaceDocs): string {
	return docs?.doc ?? (struct === undefined ? '' : (structDocs.get(struct.name)?.doc ?? ''));
}

function suffixOf(type: TypeSchema | undefined): string {
	if (type?.of === 'list') return `[]${suffixOf(type.item)}`;
	return type?.of === 'map' ? `.<key>${suffixOf(type.value)}` : '';
}

function structIn(type: TypeSchema): StructSchema | undefined {
	if (type.of === 'list') return structIn(type.item);
	if (type.of === 'map') return structIn(type.value);
	return type.of === 'struct' ? type.struct : undefined;
}
