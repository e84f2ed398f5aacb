import { definitionOf, Namespace, type PrintColumn, ResourceDefinition, type ResourceType } from '@ichor/runtime';
import { nearestNames } from '../../config/nearest-names.ts';
import { resourceTypes } from '../index.ts';
import { type Shape, type ShapedCodec } from '../spec/index.ts';
import { meaningOf } from './field-meaning.ts';
import { typeDocs } from './types.gen.ts';

/** What a type of resource is, or a field of its spec. */
export interface ResourceExplanation {
	/** `Members.cluster.talos.dev`. */
	readonly type: string;
	/** The singular: `Member`. */
	readonly name: string;
	/** The field, from the spec on; empty for the type itself. */
	readonly path: string;
	readonly namespace: string;
	readonly aliases: readonly string[];
	/** Only administrators may read it. */
	readonly sensitive: boolean;
	readonly columns: readonly PrintColumn[];
	/** Of the field or the spec: `text`, `list of address`, `record`. */
	readonly shape: string;
	/** The words that the field may be, when there are only these. */
	readonly words: readonly string[];
	readonly meaning: string;
	/** What is in it. */
	readonly fields: readonly ResourceField[];
}

export interface ResourceField {
	readonly name: string;
	readonly shape: string;
	readonly meaning: string;
}

/** A name that nothing has. */
export interface UnknownResource {
	readonly unknown: string;
	/** Where it was looked for: a type, or a type with the field before it. Absent where a type was meant. */
	readonly within?: string;
	/** What was probably meant, the nearest first. */
	readonly near: readonly string[];
}

/** Explains every type, in the order of their names. */
export function explainResources(): readonly ResourceExplanation[] {
	return types.map((type) => explained(type, [], shapeOf(type))).toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

/**
 * Explains a type by a name that `get` finds it by, or with a path behind it a field of its spec: `links`, `links.bondMaster.mode`,
 * `members.cluster.talos.dev.addresses`. What lists and maps hold needs no place in the path. Case does not matter.
 */
export function explainResource(asked: string): ResourceExplanation | UnknownResource {
	const words = asked.split('.');
	for (let count = words.length; count > 0; count -= 1) {
		const type = named(words.slice(0, count).join('.'));
		if (type !== undefined) return field(type, words.slice(count));
	}
	const [first = ''] = words;
	return { unknown: first, near: nearestNames(first, types.flatMap(namesOf)) };
}

/** What `explainResource` may be asked that begins like this: types by their shortest name, or the fields behind the last dot. */
export function resourcePaths(typed: string): readonly string[] {
	const dot = typed.lastIndexOf('.');
	const within = dot < 0 ? undefined : explainResource(typed.slice(0, dot));
	if (within === undefined || 'unknown' in within) return types.map(({ type }) => type.split('.', 1)[0]?.toLowerCase() ?? '').toSorted();
	return within.fields.map(({ name }) => `${typed.slice(0, dot)}.${name}`);
}

const types: readonly ResourceType[] = [...resourceTypes, Namespace as ResourceType, ResourceDefinition as ResourceType];

function field(type: ResourceType, words: readonly string[]): ResourceExplanation | UnknownResource {
	let shape = shapeOf(type);
	const path: string[] = [];
	for (const word of words) {
		const fields = held(shape).fields ?? {};
		const name = Object.keys(fields).find((key) => key.toLowerCase() === word.toLowerCase());
		const inner = name === undefined ? undefined : fields[name];
		if (name === undefined || inner === undefined) {
			return { unknown: word, within: [type.type, ...path].join('.'), near: nearestNames(word, Object.keys(fields)) };
		}
		path.push(name);
		shape = inner.shape;
	}
	return explained(type, path, shape);
}

function explained(type: ResourceType, path: readonly string[], shape: Shape): ResourceExplanation {
	const { spec } = definitionOf(type);
	const inner = held(shape);
	return {
		type: type.type,
		name: spec.displayType,
		path: path.join('.'),
		namespace: spec.defaultNamespace,
		aliases: spec.aliases,
		sensitive: spec.sensitive,
		columns: path.length === 0 ? spec.printColumns : [],
		shape: shapeText(shape),
		words: inner.words ?? [],
		meaning: path.length === 0 ? (typeDocs[type.type] ?? metaDocs[type.type] ?? '') : meaningOf(type.type, path),
		fields: Object.entries(inner.fields ?? {}).map(([name, one]) => ({
			name,
			shape: shapeText(one.shape),
			meaning: meaningOf(type.type, [...path, name]),
		})),
	};
}

/** Of the types that are COSI's own. */
const metaDocs: Readonly<Record<string, string>> = {
	[Namespace.type]: 'A namespace of resources, and what it is for; its id is its name.',
	[ResourceDefinition.type]: 'A type of resource: where it lives, what it is also called, and which columns it has.',
};

/** Types about types have no shape: their specs are COSI's own. */
function shapeOf({ codec }: ResourceType): Shape {
	return (codec as Partial<ShapedCodec<unknown>>).shape ?? { kind: 'anything' };
}

/** What is in lists and maps. */
function held(shape: Shape): Shape {
	return shape.of === undefined ? shape : held(shape.of);
}

function shapeText({ kind, of }: Shape): string {
	return of === undefined ? kind : `${kind} of ${shapeText(of)}`;
}

function named(name: string): ResourceType | undefined {
	const wanted = name.toLowerCase();
	return types.find((type) => namesOf(type).includes(wanted));
}

function namesOf(type: ResourceType): readonly string[] {
	return [type.type.toLowerCase(), ...definitionOf(type).spec.allAliases.map((alias) => alias.toLowerCase())];
}
