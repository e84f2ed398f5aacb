import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emit } from '../../yaml/emit.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { type DecodeIssue, decodeStruct } from '../decode.ts';
import type { ConfigValue } from '../document.ts';
import { outputOfTyped } from '../encode.ts';
import { loadConfig } from '../load.ts';
import { ProblemList } from '../problems.ts';
import type { StructSchema, TypeSchema } from '../schema/schema.ts';
import { allPlaces, type ConfigPlaceDocs } from './config-tree.ts';
import { explainPath } from './explain.ts';
import { fieldDocs, structDocs } from './lookup.ts';

const places = [...allPlaces()];

test('every struct and every field has words', () => {
	for (const { path, struct, docs, field } of places) {
		if (struct !== undefined) assert.ok(structDocs.get(struct.name)?.doc, `${path}: ${struct.name}`);
		if (field !== undefined) assert.ok(docs?.doc && docs.type, path);
	}
});

test('what replaces a field can be explained itself, and is not replaced in turn', () => {
	for (const { path, docs } of places) {
		for (const successor of docs?.replacedBy ?? []) {
			const result = explainPath(successor);
			assert.ok('found' in result && result.found.length === 1, `${path}: ${successor}`);
			assert.equal(result.found[0].deprecated, false, `${path}: ${successor}`);
		}
	}
});

test('defaults fit their types', () => {
	for (const { path, field, docs } of places) {
		if (docs?.default === undefined || field?.type.of !== 'scalar') continue;
		if (field.type.scalar === 'bool') assert.match(docs.default, /^(true|false)$/, path);
		if (field.type.enum !== undefined && !field.type.enum.open) assert.ok(field.type.enum.values.includes(docs.default), path);
	}
});

describe('examples', () => {
	test('are read back as they are written', () => {
		for (const { path, type, value } of examplesOf(places)) {
			const text = emit(outputOfTyped(type, value));
			assert.equal(emit(outputOfTyped(type, decoded(type, text, path))), text, path);
		}
	});

	test('of whole documents load and keep all rules, without a warning', () => {
		for (const { path, struct, field } of places) {
			if (struct === undefined || field !== undefined || path === 'v1alpha1') continue;
			const examples = structDocs.get(struct.name)?.examples ?? [];
			assert.ok(examples.length > 0, path);
			for (const { value } of examples) {
				const { documents } = loadConfig(emit(outputOfTyped({ of: 'struct', struct }, value)));
				const problems = new ProblemList();
				const [document] = documents;
				document?.definition?.validate?.(document.value, problems, { mode: 'metal', local: true, strict: true });
				assert.deepEqual([...problems.errors, ...problems.warnings], [], path);
			}
		}
	});
});

/** Reads a value of any type: as the only field of a struct, since only structs are read alone. */
function decoded(type: TypeSchema, text: string, path: string): ConfigValue {
	const holder: StructSchema = { name: 'example', fields: [{ name: 'value', type }] };
	const { documents } = parseYaml(`value:\n${text.replace(/^(?=.)/gm, '    ')}`);
	const [document] = documents;
	const issues: DecodeIssue[] = [];
	assert.ok(document?.root, path);
	const { value } = decodeStruct(document.root, holder, issues);
	assert.deepEqual(issues, [], path);
	assert.ok(value !== undefined, path);
	return value;
}

function examplesOf(
	all: readonly ConfigPlaceDocs[],
): readonly { readonly path: string; readonly type: TypeSchema; readonly value: ConfigValue }[] {
	return all.flatMap(({ path, struct, field }) => {
		const below = struct?.fields.flatMap((child) =>
			(fieldDocs(struct, child)?.examples ?? []).map(({ value }) => ({ path: `${path}.${child.name}`, type: child.type, value })),
		);
		const own = struct === undefined ? [] : (structDocs.get(struct.name)?.examples ?? []);
		const type: TypeSchema | undefined = struct === undefined ? field?.type : { of: 'struct', struct };
		if (type === undefined) return [];
		return [
			...own.map(({ value }) => ({ path, type: Array.isArray(value) ? ({ of: 'list', item: type } as const) : type, value })),
			...(below ?? []),
		];
	});
}
