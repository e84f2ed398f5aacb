import type { Model } from './model.ts';
import { schemaName } from './names.ts';
import { header, text } from './text.ts';

/** Every kind of document with its facts: the list that the registry is checked against. */
export function kindsFile(model: Model): string {
	const kinds = model.files.flatMap((file) =>
		file.kind === undefined ? [] : [{ ...file, kind: file.kind, main: file.structs[0]?.name ?? '' }],
	);
	return `${header('model/')}
import type { StructSchema } from '../schema/schema.ts';
${kinds.map(({ path, main }) => `import { type ${main}, ${schemaName(main)} } from './${path}.gen.ts';\n`).join('')}
/** What the model knows about a kind of document. */
export interface KindFacts {
	readonly kind: string;
	readonly domain: string;
	/** The first minor release that knows it. */
	readonly since: string;
	/** Has a \`name\` that is part of its identity. */
	readonly named: boolean;
	readonly controlPlaneOnly: boolean;
	readonly schema: StructSchema;
}

export const kindFacts: readonly KindFacts[] = [
${kinds
	.map(
		({ kind, domain, main }) =>
			`\t{ kind: ${text(kind.kind)}, domain: ${text(domain)}, since: ${text(kind.since)}, named: ${kind.named}, controlPlaneOnly: ${kind.controlPlaneOnly}, schema: ${schemaName(main)} },\n`,
	)
	.join('')}];

/** The type of a document of each kind. */
export interface DocumentTypes {
${kinds.map(({ kind, main }) => `\treadonly ${kind.kind}: ${main};\n`).join('')}}
`;
}

/** Every interface of the model, for importing from one place. */
export function interfacesFile(model: Model): string {
	const lines = model.files.map(
		({ path, structs }) =>
			`export type { ${structs
				.map(({ name }) => name)
				.sort()
				.join(', ')} } from './${path}.gen.ts';\n`,
	);
	return `${header('model/')}
export type * from './scalars.gen.ts';
${lines.join('')}`;
}
