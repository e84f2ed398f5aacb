import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DecodeIssue, decodeStruct } from '../../src/config/decode.ts';
import { decodeFreeForm } from '../../src/config/decode-free-form.ts';
import type { ConfigDocument, ConfigValue, MachineConfig } from '../../src/config/document.ts';
import { findDocumentKind } from '../../src/config/types/index.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

/** A case of a converted table test: the test, the case's name, and the fields that the test's table has. */
export type Case = Readonly<Record<string, ConfigValue | undefined>> & { readonly test: string; readonly name: string };

/** The names of the case files that match, sorted. */
export async function caseFiles(folder: string, pattern: RegExp): Promise<string[]> {
	const names = await readdir(join(folder, 'machine-config/cases'));
	return names.filter((name) => pattern.test(name)).sort();
}

export async function readCases(folder: string, file: string): Promise<Case[]> {
	const value = plainValue(await readFile(join(folder, 'machine-config/cases', file), 'utf8'));
	if (!isRecord(value) || !Array.isArray(value.cases)) throw new Error(`${file} holds no cases`);
	return value.cases.filter(isRecord).map((fields) => ({ ...fields, test: String(fields.test), name: String(fields.name ?? '') }));
}

/** A case file of its own layout, as JSON has it. */
export async function readCaseFile(folder: string, file: string): Promise<unknown> {
	return plainJSON(await readFile(join(folder, 'machine-config/cases', file), 'utf8'));
}

/** What YAML says without a type, in objects that compare with others. */
export function plainJSON(text: string): unknown {
	return JSON.parse(JSON.stringify(plainValue(text)));
}

/** What YAML says without a type. */
export function plainValue(text: string): ConfigValue {
	const [document] = parseYaml(text).documents;
	return document?.root === undefined ? null : decodeFreeForm(document.root);
}

/** The documents in a field `{yaml, type}` of a case, or in a text. `kind` is what a document is that does not say so. */
export function documentsIn(field: ConfigValue | undefined, kind = 'v1alpha1'): ConfigDocument[] {
	const text = isRecord(field) ? String(field.yaml) : String(field ?? '');
	return parseYaml(text).documents.flatMap(({ root }) => {
		if (root === undefined) return [];
		const plain = decodeFreeForm(root);
		const found = isRecord(plain) && typeof plain.kind === 'string' ? plain.kind : kind;
		const definition = findDocumentKind(found);
		if (definition === undefined) throw new Error(`no kind is called ${found}`);
		const issues: DecodeIssue[] = [];
		const value = decodeStruct(root, definition.schema, issues);
		if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));
		const name = definition.named && isRecord(plain) ? { name: String(plain.name ?? '') } : {};
		return [{ apiVersion: 'v1alpha1', kind: found, ...name, definition, value }];
	});
}

/** A configuration of the documents of a field, the root document first. */
export function configIn(field: ConfigValue | undefined): MachineConfig {
	const documents = documentsIn(field);
	const isRoot = ({ kind }: ConfigDocument) => kind === 'v1alpha1';
	return { documents: [...documents.filter(isRoot), ...documents.filter((document) => !isRoot(document))] };
}

export function isRecord(value: ConfigValue | undefined): value is { readonly [key: string]: ConfigValue | undefined } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field: a scalar as it is written, or the YAML of a field `{yaml, type}`; empty for anything else. */
export function textOf(field: ConfigValue | undefined): string {
	if (isRecord(field)) return textOf(field.yaml);
	return typeof field === 'string' || typeof field === 'number' || typeof field === 'boolean' ? String(field) : '';
}
