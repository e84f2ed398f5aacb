import { type DecodeIssue, decodeStruct } from '../../src/config/decode.ts';
import type { DocumentKind } from '../../src/config/document.ts';
import type { FieldSchema, ScalarSchema, StructSchema } from '../../src/config/schema/schema.ts';
import { findUnknownKeys } from '../../src/config/unknown-keys.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

/** A scalar type by its Go name. */
export function scalar(name: string): ScalarSchema {
	return { of: 'scalar', scalar: name };
}

/** A kind that only tests know: its identity and some fields. */
export function mockKind(name: string, fields: readonly FieldSchema[]): DocumentKind {
	const identity: FieldSchema[] = [
		{ name: 'kind', type: scalar('string') },
		{ name: 'apiVersion', type: scalar('string'), omitEmpty: true },
	];
	return { kind: 'mock', schema: { name, fields: [...identity, ...fields] }, since: 'v1.14', named: false, controlPlaneOnly: false };
}

/** Reads a struct that is no document from its text, strictly: throws for what does not fit and for unknown keys. */
export function documentReader(schema: StructSchema): (text: string) => object {
	return (text) => {
		const { source, documents } = parseYaml(text);
		const [document] = documents;
		if (document?.root === undefined) return {};
		const issues: DecodeIssue[] = [];
		const value = decodeStruct(document.root, schema, issues);
		const unknown = findUnknownKeys(document.root, source, schema);
		const messages = [...issues.map(({ message }) => message), ...(unknown === undefined ? [] : [unknown.message])];
		if (messages.length > 0) throw new Error(messages.join('\n'));
		return JSON.parse(JSON.stringify(value)) as object;
	};
}
