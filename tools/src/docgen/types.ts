import { relative } from 'node:path/posix';
import { flatFields, innermost, type Model, type ModelField, type ModelFile, type ModelStruct, type ModelType } from './model.ts';
import { camelCase, schemaName } from './names.ts';
import { docComment, header, text } from './text.ts';

/** The interfaces and the schemas of one file of the model. */
export function typesFile(model: Model, file: ModelFile): string {
	const schemas = schemasInOrder(model, file);
	return `${header(`model/${file.path}.yaml`)}
${imports(model, file)}
${file.structs.map((struct) => interfaceOf(model, struct)).join('\n')}
${schemas.map((struct) => schemaOf(model, struct)).join('\n')}`;
}

function interfaceOf(model: Model, struct: ModelStruct): string {
	const embedded = struct.members.flatMap((member) => ('embeds' in member ? [member.embeds] : []));
	const own = struct.members.flatMap((member) => ('embeds' in member ? [] : [member]));
	const bases = embedded.length === 0 ? '' : ` extends ${embedded.join(', ')}`;
	if (own.length === 0)
		return `${docComment(struct.doc, '')}export type ${struct.name} = ${embedded.join(' & ') || 'Readonly<Record<never, never>>'};\n`;
	return `${docComment(struct.doc, '')}export interface ${struct.name}${bases} {
${own.map((field) => `${docComment(field.doc, '\t', tagsOf(field))}\treadonly ${key(field.name)}?: ${tsType(model, field.type)};\n`).join('')}}
`;
}

function tagsOf(field: ModelField): readonly string[] {
	const successors = field.replacedBy === undefined ? '' : ` Use ${field.replacedBy.join(', ')}.`;
	return [
		...(field.default === undefined ? [] : [`@default ${field.default}`]),
		...(field.since === undefined ? [] : [`@since ${field.since}`]),
		...(field.deprecated || field.replacedBy !== undefined ? [`@deprecated${successors}`] : []),
	];
}

function schemaOf(model: Model, struct: ModelStruct): string {
	const zeroBy = struct.zeroBy === undefined ? '' : `\n\tzeroBy: [${struct.zeroBy.map(text).join(', ')}],`;
	const lines = flatFields(model, struct).map(
		({ field, from }) => `\t\t${fieldSchema(model, field, from === struct ? undefined : from.upstream)},\n`,
	);
	return `export const ${schemaName(struct.name)}: StructSchema = {
	name: ${text(struct.upstream)},${zeroBy}
	fields: [${lines.length === 0 ? '' : `\n${lines.join('')}\t`}],
};
`;
}

function fieldSchema(model: Model, field: ModelField, from: string | undefined): string {
	const flags = [
		field.nullable && 'nullable: true',
		!field.always && 'omitEmpty: true',
		field.replace && 'replace: true',
		field.deprecated && 'deprecated: true',
		field.hidden && 'hidden: true',
		field.secret && 'secret: true',
		field.omitOnlyIfNil && 'omitOnlyIfNil: true',
		from !== undefined && `from: ${text(from)}`,
	].filter((flag) => flag !== false);
	return `{ ${[`name: ${text(field.name)}`, `type: ${typeSchema(model, field.type)}`, ...flags].join(', ')} }`;
}

function typeSchema(model: Model, type: ModelType): string {
	switch (type.of) {
		case 'any':
			return `{ of: 'any' }`;
		case 'struct':
			return `{ of: 'struct', struct: ${schemaName(type.name)} }`;
		case 'scalar':
		case 'enum':
			return `scalar.${camelCase(type.name)}`;
		case 'list':
		case 'map': {
			const name = type.upstream === undefined ? '' : `, name: ${text(type.upstream)}`;
			const member = type.of === 'list' ? 'item' : 'value';
			return `{ of: '${type.of}', ${member}: ${typeSchema(model, type.item)}${name}${type.nullable ? ', nullable: true' : ''} }`;
		}
	}
}

function tsType(model: Model, type: ModelType): string {
	switch (type.of) {
		case 'any':
			return 'FreeForm';
		case 'struct':
		case 'enum':
			return type.name;
		case 'scalar': {
			const scalar = model.scalars.get(type.name);
			return scalar?.alias ?? scalar?.holds ?? 'never';
		}
		case 'list':
		case 'map': {
			const item = `${tsType(model, type.item)}${type.nullable ? ' | null' : ''}`;
			if (type.of === 'map') return `Readonly<Record<string, ${item}>>`;
			return `readonly ${type.nullable ? `(${item})` : item}[]`;
		}
	}
}

function imports(model: Model, file: ModelFile): string {
	const own = new Set(file.structs.map(({ name }) => name));
	const here = file.path.slice(0, file.path.lastIndexOf('/'));
	const scalarTypes = new Set<string>();
	let usesScalars = false;
	const structImports = new Map<string, Set<string>>();
	const take = (name: string, imported: string): void => {
		const path = model.structs.get(name)?.file;
		if (path === undefined || own.has(name)) return;
		const names = structImports.get(path) ?? new Set();
		structImports.set(path, names.add(imported));
	};
	const walk = (type: ModelType, inherited: boolean): void => {
		if (type.of === 'list' || type.of === 'map') return walk(type.item, inherited);
		if (type.of === 'scalar' || type.of === 'enum') usesScalars = true;
		if (type.of === 'struct') take(type.name, schemaName(type.name));
		if (inherited) return;
		if (type.of === 'struct') take(type.name, `type ${type.name}`);
		else if (type.of === 'any') scalarTypes.add('FreeForm');
		else if (type.of === 'enum') scalarTypes.add(type.name);
		else if (type.of === 'scalar') {
			const alias = model.scalars.get(type.name)?.alias;
			if (alias !== undefined) scalarTypes.add(alias);
		}
	};
	for (const struct of file.structs) {
		for (const member of struct.members) if ('embeds' in member) take(member.embeds, `type ${member.embeds}`);
		for (const { field, from } of flatFields(model, struct)) walk(field.type, from !== struct);
	}
	const lines = [...structImports]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([path, names]) => `import ${importedNames([...names])} from '${withDot(relative(here, path))}.gen.ts';\n`);
	if (usesScalars) lines.unshift(`import * as scalar from '../scalars.gen.ts';\n`);
	if (scalarTypes.size > 0) lines.unshift(`import type { ${[...scalarTypes].sort().join(', ')} } from '../scalars.gen.ts';\n`);
	return [`import type { StructSchema } from '../../schema/schema.ts';\n`, ...lines].join('');
}

function importedNames(names: readonly string[]): string {
	if (names.every((name) => name.startsWith('type ')))
		return `type { ${names
			.map((name) => name.slice('type '.length))
			.sort()
			.join(', ')} }`;
	return `{ ${[...names].sort((a, b) => (a.replace('type ', '') < b.replace('type ', '') ? -1 : 1)).join(', ')} }`;
}

function withDot(path: string): string {
	return path.startsWith('.') ? path : `./${path}`;
}

/** A constant must stand before its use: leaves first. */
function schemasInOrder(model: Model, file: ModelFile): readonly ModelStruct[] {
	const done: ModelStruct[] = [];
	const visit = (struct: ModelStruct, path: readonly string[]): void => {
		if (done.includes(struct)) return;
		if (path.includes(struct.name)) throw new Error(`${file.path}: ${[...path, struct.name].join(' → ')} goes round in a circle`);
		for (const { field } of flatFields(model, struct)) {
			const inner = innermost(field.type);
			const next = inner.of === 'struct' ? file.structs.find(({ name }) => name === inner.name) : undefined;
			if (next !== undefined) visit(next, [...path, struct.name]);
		}
		done.push(struct);
	};
	for (const struct of file.structs) visit(struct, []);
	return done;
}

function key(name: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name);
}
