import { checkExample } from './example.ts';
import type { Model, ModelExample, ModelField, ModelStruct, ModelType } from './model.ts';
import { camelCase } from './names.ts';
import { header, text } from './text.ts';

/** The words, examples and defaults of one domain, by upstream's name of the struct and by field. */
export function docsFile(model: Model, domain: string): string {
	const structs = model.files.filter((file) => file.domain === domain).flatMap((file) => file.structs);
	return `${header(`model/${domain}/`)}
import type { DomainDocs } from './docs.ts';

export const ${camelCase(domain)}Docs: DomainDocs = {
${structs.map((struct) => structDocs(model, struct)).join('')}};
`;
}

function structDocs(model: Model, struct: ModelStruct): string {
	const fields = struct.members.flatMap((member) => ('embeds' in member ? [] : [member]));
	const type: ModelType = { of: 'struct', name: struct.name };
	return `	${text(struct.upstream)}: {
		name: ${text(struct.name)},
		doc: ${text(struct.doc)},
${examples(model, type, struct.examples, struct.name, '\t\t')}		fields: {
${fields.map((field) => fieldDocs(model, struct, field)).join('')}		},
	},
`;
}

function fieldDocs(model: Model, struct: ModelStruct, field: ModelField): string {
	const place = `${struct.name}.${field.name}`;
	const hidden = (struct.hidden || field.hidden) && !field.commented;
	const values = field.values ?? enumValues(model, field.type);
	return `			${text(field.name)}: {
				doc: ${text(field.doc)},
				type: ${text(typeText(model, field.type))},
${hidden ? '\t\t\t\thidden: true,\n' : ''}${field.default === undefined ? '' : `\t\t\t\tdefault: ${text(field.default)},\n`}${field.since === undefined ? '' : `\t\t\t\tsince: ${text(field.since)},\n`}${list('values', values)}${list('replacedBy', field.replacedBy)}${examples(model, field.type, field.examples, place, '\t\t\t\t')}			},
`;
}

/** The type as the model writes it, with the names that scalars have in TypeScript. */
function typeText(model: Model, type: ModelType): string {
	switch (type.of) {
		case 'any':
			return 'any';
		case 'list':
			return `${typeText(model, type.item)}[]`;
		case 'map':
			return `map<${typeText(model, type.item)}>`;
		case 'scalar':
			return scalarName(model, type.name);
		default:
			return type.name;
	}
}

/** What the values of each scalar look like, by its name in `FieldDocs.type`. */
export function scalarDocsFile(model: Model): string {
	const lines = [...model.scalars.values()].flatMap(({ name, doc }) =>
		doc === undefined ? [] : `\t${scalarName(model, name)}: ${text(doc)},\n`,
	);
	return `${header('model/scalars.yaml')}

export const scalarDocs: Readonly<Record<string, string>> = {
${lines.join('')}};
`;
}

const integer = 'number | bigint';

/** Numbers keep their width, which their alias hides. */
function scalarName(model: Model, name: string): string {
	const scalar = model.scalars.get(name);
	return scalar?.holds === integer ? name : (scalar?.alias ?? name);
}

function enumValues(model: Model, type: ModelType): readonly string[] | undefined {
	if ('item' in type) return enumValues(model, type.item);
	const set = type.of === 'enum' ? model.enums.get(type.name) : undefined;
	return set?.numbers === undefined ? set?.values : [...set.values, `${set.numbers[0]}-${set.numbers[1]}`];
}

function list(key: string, items: readonly string[] | undefined): string {
	return items === undefined ? '' : `\t\t\t\t${key}: [${items.map(text).join(', ')}],\n`;
}

function examples(model: Model, type: ModelType, all: readonly ModelExample[], place: string, indent: string): string {
	if (all.length === 0) return '';
	const items = all.map(({ name, value }) => {
		checkExample(model, type, value, place);
		return `${indent}\t{ ${name === undefined ? '' : `name: ${text(name)}, `}value: ${literal(value)} },\n`;
	});
	return `${indent}examples: [\n${items.join('')}${indent}],\n`;
}

function literal(value: unknown): string {
	if (typeof value === 'string') return text(value);
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return String(value);
	return `{ ${Object.entries(value)
		.map(([key, item]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key)}: ${literal(item)}`)
		.join(', ')} }`.replace('{  }', '{}');
}
