import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Model, ModelEnum, ModelExample, ModelField, ModelFile, ModelScalar, ModelStruct, ModelType } from './model.ts';

type Raw = Record<string, unknown>;

/** Reads the model in `folder`. Throws a sentence with the file and the place for whatever does not fit. */
export function readModel(folder: string): Model {
	const scalars = new Map(Object.entries(rawFile(join(folder, 'scalars.yaml'))).map(([name, raw]) => [name, scalarOf(name, raw as Raw)]));
	const enums = new Map(Object.entries(rawFile(join(folder, 'enums.yaml'))).map(([name, raw]) => [name, enumOf(name, raw as Raw)]));
	const raws = modelPaths(folder).map((path) => ({ path, raw: rawFile(join(folder, `${path}.yaml`)) }));
	const names = new Map<string, string>();
	for (const { path, raw } of raws) {
		for (const name of Object.keys(raw['structs'] as Raw)) {
			const other = names.get(name);
			if (other !== undefined) throw new Error(`${path}: ${name} is already a struct of ${other}`);
			names.set(name, path);
		}
	}
	const resolve = (name: string, place: string): ModelType => {
		if (name === 'any') return { of: 'any' };
		if (names.has(name)) return { of: 'struct', name };
		if (enums.has(name)) return { of: 'enum', name };
		if (scalars.has(name)) return { of: 'scalar', name };
		throw new Error(`${place}: nothing is called ${name}`);
	};
	const files = raws.map(({ path, raw }) => fileOf(path, raw, resolve));
	return { scalars, enums, files, structs: new Map(files.flatMap((file) => file.structs.map((struct) => [struct.name, struct] as const))) };
}

function modelPaths(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.yaml') && path.includes('/'))
		.map((path) => path.slice(0, -'.yaml'.length))
		.sort();
}

function rawFile(path: string): Raw {
	return load(readFileSync(path, 'utf8'), { filename: path }) as Raw;
}

function scalarOf(name: string, raw: Raw): ModelScalar {
	const holds = (raw['holds'] as string | undefined) ?? 'string';
	const alias = (raw['alias'] as string | undefined) ?? (raw['doc'] === undefined ? undefined : name);
	return { name, upstream: raw['upstream'] as string, holds, ...optional('alias', alias), ...optional('doc', raw['doc'] as string) };
}

function enumOf(name: string, raw: Raw): ModelEnum {
	return {
		name,
		upstream: raw['upstream'] as string,
		values: raw['values'] as string[],
		open: raw['open'] === true,
		exact: raw['exact'] === true,
		...optional('zero', raw['zero'] as string),
		...optional('aliases', raw['aliases'] as Record<string, string>),
		...optional('numbers', raw['numbers'] as [number, number]),
	};
}

function fileOf(path: string, raw: Raw, resolve: (name: string, place: string) => ModelType): ModelFile {
	onlyKeys(raw, ['kind', 'since', 'named', 'controlPlaneOnly', 'structs'], path);
	const domain = path.slice(0, path.indexOf('/'));
	const structs = Object.entries(raw['structs'] as Raw).map(([name, struct]) => structOf(name, struct as Raw, path, resolve));
	if (raw['kind'] === undefined) return { path, domain, structs };
	const kind = {
		kind: raw['kind'] as string,
		since: raw['since'] as string,
		named: raw['named'] === true,
		controlPlaneOnly: raw['controlPlaneOnly'] === true,
	};
	return { path, domain, kind, structs };
}

function structOf(name: string, raw: Raw, file: string, resolve: (name: string, place: string) => ModelType): ModelStruct {
	onlyKeys(raw, ['upstream', 'doc', 'hidden', 'zeroBy', 'examples', 'fields'], `${file}: ${name}`);
	const members = Object.entries(raw['fields'] as Raw).map(([key, field]) =>
		key.startsWith('...') ? { embeds: key.slice(3) } : fieldOf(key, field as Raw, `${file}: ${name}.${key}`, resolve),
	);
	return {
		name,
		upstream: raw['upstream'] as string,
		file,
		doc: docOf(raw, `${file}: ${name}`),
		hidden: raw['hidden'] === true,
		examples: examplesOf(raw),
		members,
		...optional('zeroBy', raw['zeroBy'] as string[]),
	};
}

const fieldKeys = ['type', 'typeName', 'nullable', 'always', 'replace', 'omitOnlyIfNil', 'deprecated', 'hidden', 'secret', 'commented'];
const fieldDocKeys = ['doc', 'default', 'since', 'values', 'replacedBy', 'examples'];

function fieldOf(name: string, raw: Raw, place: string, resolve: (name: string, place: string) => ModelType): ModelField {
	onlyKeys(raw, [...fieldKeys, ...fieldDocKeys], place);
	return {
		name,
		type: typeOf(raw['type'] as string, raw['typeName'] as string | undefined, place, resolve),
		doc: docOf(raw, place),
		nullable: raw['nullable'] === true,
		always: raw['always'] === true,
		replace: raw['replace'] === true,
		omitOnlyIfNil: raw['omitOnlyIfNil'] === true,
		deprecated: raw['deprecated'] === true,
		hidden: raw['hidden'] === true,
		secret: raw['secret'] === true,
		commented: raw['commented'] === true,
		examples: examplesOf(raw),
		...optional('default', wordOf(raw['default'])),
		...optional('since', raw['since'] as string),
		...optional('values', raw['values'] as string[]),
		...optional('replacedBy', raw['replacedBy'] as string[]),
	};
}

/** `string`, `LinkRoute[]`, `map<MachineRegistry?>`; a `?` behind an item says that it may be null. */
function typeOf(text: string, upstream: string | undefined, place: string, resolve: (name: string, place: string) => ModelType): ModelType {
	const inner = text.endsWith('[]') ? text.slice(0, -2) : text.startsWith('map<') ? text.slice('map<'.length, -1) : undefined;
	if (inner === undefined) return resolve(text, place);
	const nullable = inner.endsWith('?');
	const item = typeOf(nullable ? inner.slice(0, -1) : inner, undefined, place, resolve);
	return { of: text.endsWith('[]') ? 'list' : 'map', item, nullable, ...optional('upstream', upstream) };
}

function onlyKeys(raw: Raw, known: readonly string[], place: string): void {
	for (const key of Object.keys(raw)) if (!known.includes(key)) throw new Error(`${place}: unknown key ${key}`);
}

/** The first line stands alone; what follows is one paragraph, wrapped at will. */
function docOf(raw: Raw, place: string): string {
	const text = typeof raw['doc'] === 'string' ? raw['doc'] : '';
	const [first = '', ...rest] = text.trim().split('\n');
	if (!first.endsWith('.')) throw new Error(`${place}: the first line of the doc is not a sentence`);
	return rest.length === 0 ? first : `${first}\n${rest.join(' ')}`;
}

/** A default is text, which YAML may take for a number or a boolean. */
function wordOf(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function examplesOf(raw: Raw): readonly ModelExample[] {
	return (raw['examples'] as ModelExample[] | undefined) ?? [];
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
	return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
