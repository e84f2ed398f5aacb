import type { Model, ModelEnum } from './model.ts';
import { camelCase } from './names.ts';
import { docComment, header, text } from './text.ts';

/** The named types of single values, and their schemas. */
export function scalarsFile(model: Model): string {
	const aliases = [...model.scalars.values()].filter(
		({ alias }, index, all) => alias !== undefined && all.findIndex((other) => other.alias === alias) === index,
	);
	const types = aliases.map(({ alias, holds, doc }) => `${docComment(doc ?? '', '')}export type ${alias} = ${holds};\n`);
	const enumTypes = [...model.enums.values()].map((item) => `export type ${item.name} = ${enumType(item)};\n`);
	const schemas = [...model.scalars.values()].map(
		({ name, upstream }) => `export const ${camelCase(name)}: ScalarSchema = { of: 'scalar', scalar: ${text(upstream)} };\n`,
	);
	return `${header('model/scalars.yaml and model/enums.yaml')}
import type { ConfigValue } from '../document.ts';
import type { ScalarSchema } from '../schema/schema.ts';

/** A mapping of anything, passed on as it is. */
export type FreeForm = Readonly<Record<string, ConfigValue | undefined>>;

${types.join('\n')}
${enumTypes.join('')}
${schemas.join('')}
${[...model.enums.values()].map(enumSchema).join('')}`;
}

function enumType({ values, numbers, open }: ModelEnum): string {
	const texts = values.map(text).join(' | ');
	if (open) return `${texts} | (string & {})`;
	return numbers === undefined ? texts : `${texts} | \`\${number}\``;
}

function enumSchema({ name, upstream, values, zero, open, exact, aliases, numbers }: ModelEnum): string {
	const facts = [
		`values: [${values.map(text).join(', ')}]`,
		zero !== undefined && `zero: ${text(zero)}`,
		open && 'open: true',
		exact && 'exact: true',
		aliases !== undefined &&
			`aliases: { ${Object.entries(aliases)
				.map(([alias, value]) => `${text(alias)}: ${text(value)}`)
				.join(', ')} }`,
		numbers !== undefined && `numbers: [${numbers.join(', ')}]`,
	].filter((fact) => fact !== false);
	return `export const ${camelCase(name)}: ScalarSchema = { of: 'scalar', scalar: ${text(upstream)}, enum: { ${facts.join(', ')} } };\n`;
}
