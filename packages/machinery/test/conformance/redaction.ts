import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeConfig, loadConfig, redactConfig } from '../../src/config/index.ts';
import type { FieldSchema, StructSchema, TypeSchema } from '../../src/config/schema/schema.ts';
import { documentKinds } from '../../src/config/types/index.ts';
import { plainJSON, readCaseFile } from './cases.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

interface RedactionCases {
	readonly cases: readonly RedactionCase[];
	readonly filePairs: readonly FilePair[];
}

/** A case has an input and what is redacted in it, documents and values in words, or a rule. */
interface RedactionCase {
	readonly name: string;
	readonly replacement?: string;
	readonly input?: unknown;
	readonly redacted?: readonly string[];
	readonly documents?: readonly string[];
	readonly expected?: Readonly<Record<string, string>>;
	readonly rule?: string;
}

interface FilePair {
	readonly file?: string;
	readonly expected?: string;
	readonly document?: string;
	readonly redacted?: readonly string[];
}

/** Secrets that are replaced, and everything else that is not: cases/05. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const { cases, filePairs } = (await readCaseFile(folder, '05_redact.yaml')) as RedactionCases;
	for (const testCase of cases) yield* redactionCase(testCase);
	const base = join(folder, 'machine-config/data/pkg/machinery/config/types');
	for (const pair of filePairs) yield await filePair(pair, base);
}

function* redactionCase({
	name,
	replacement = 'REDACTED',
	input,
	redacted = [],
	documents,
	expected,
	rule,
}: RedactionCase): Generator<ConformanceResult> {
	if (rule !== undefined) return yield* audit(new RegExp(/\/(.*)\/i/.exec(rule)?.[1] ?? '', 'i'));
	if (documents !== undefined) {
		const leaves = outcomeOf(() => redactedLeaves(documents.map(documentOfWords).join('---\n'), replacement));
		return yield expectEqual(
			'redaction',
			name,
			typeof leaves === 'string' ? leaves : picked(leaves, Object.keys(expected ?? {})),
			expected,
		);
	}
	const kinds = [.../\b\w+Config\b/g[Symbol.matchAll](name)].map(String);
	for (const kind of kinds.length === 0 ? [undefined] : kinds) {
		const text = kind === undefined ? String(input) : `{apiVersion: v1alpha1, kind: ${kind}, name: a, ${JSON.stringify(input).slice(1)}\n`;
		yield expectEqual(
			'redaction',
			kind ?? name,
			outcomeOf(() => changes(text, replacement)),
			outcomeOf(() => expectedChanges(text, redacted, replacement)),
		);
	}
}

async function filePair({ file, expected, document, redacted = [] }: FilePair, base: string): Promise<ConformanceResult> {
	if (document !== undefined) {
		const fields = redacted.map((path) => `${path}: some\n`).join('');
		const text = `apiVersion: v1alpha1\nkind: ${document}\nname: a\n${fields}`;
		return expectEqual(
			'redaction',
			document,
			outcomeOf(() => changes(text, 'REDACTED')),
			outcomeOf(() => expectedChanges(text, redacted, 'REDACTED')),
		);
	}
	const after = await readFile(join(base, expected ?? ''), 'utf8');
	const before = file === undefined ? unredacted(after) : await readFile(join(base, file), 'utf8');
	return expectEqual(
		'redaction',
		expected ?? '',
		outcomeOf(() => encodeConfig(redactConfig(loadConfig(before), 'REDACTED'))),
		after,
	);
}

/** `SideroLinkConfig apiUrl https://…` and `v1alpha1 with cluster.secret topsecret` as documents. */
function documentOfWords(words: string): string {
	const [kind = '', ...rest] = words.split(' ');
	const [path = '', value] = rest.filter((word) => word !== 'with');
	const identity = kind === 'v1alpha1' ? '' : `apiVersion: v1alpha1\nkind: ${kind}\n`;
	return `${identity}${path
		.split('.')
		.map((key, depth) => `${'  '.repeat(depth)}${key}:`)
		.join('\n')} ${value}\n`;
}

/** A file with other texts where secrets were replaced. */
function unredacted(text: string): string {
	return text.replaceAll(btoa('REDACTED'), btoa('some key')).replaceAll('REDACTED', btoa('some secret'));
}

type Leaves = Readonly<Record<string, unknown>>;

function picked(leaves: Leaves, paths: readonly string[]): Leaves {
	return Object.fromEntries(paths.map((path) => [path, leaves[path]]));
}

function changes(text: string, replacement: string): Leaves {
	const [before, after] = [leavesOf(encodeConfig(loadConfig(text))), redactedLeaves(text, replacement)];
	return picked(after, [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort());
}

/** Keys in base64 hold the replacement in base64. */
function expectedChanges(text: string, redacted: readonly string[], replacement: string): Leaves {
	const before = leavesOf(encodeConfig(loadConfig(text)));
	const missing = redacted.filter((path) => typeof before[path] !== 'string');
	if (missing.length > 0) throw new Error(`the input has no ${missing.join(', ')}`);
	return Object.fromEntries([...redacted].sort().map((path) => [path, /(?:^|\.)key$/.test(path) ? btoa(replacement) : replacement]));
}

function redactedLeaves(text: string, replacement: string): Leaves {
	return leavesOf(encodeConfig(redactConfig(loadConfig(text), replacement)));
}

/** The scalars of all documents by their path: `a.b[0]["c.d"]`. */
function leavesOf(text: string): Leaves {
	return Object.fromEntries(text.split(/^---$/m).flatMap((document) => leaves(plainJSON(document), '')));
}

function leaves(value: unknown, path: string): [string, unknown][] {
	if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`));
	if (typeof value !== 'object' || value === null) return [[path, value]];
	return Object.entries(value).flatMap(([key, child]) => {
		const step = /^\w+$/.test(key) ? `${path === '' ? '' : '.'}${key}` : `["${key}"]`;
		return leaves(child, path + step);
	});
}

/** Every text whose name says that it is a secret is redacted. */
function* audit(pattern: RegExp): Generator<ConformanceResult> {
	for (const { kind, schema } of documentKinds) {
		const bare = textFields(schema, '').filter(([, field]) => pattern.test(field.name) && field.secret !== true);
		yield expectEqual(
			'redaction',
			`all secrets of ${kind}`,
			bare.map(([path]) => path),
			[],
		);
	}
}

function textFields(schema: StructSchema, path: string): [string, FieldSchema][] {
	return schema.fields.flatMap((field) => {
		const own: [string, FieldSchema][] = isText(field.type) ? [[`${path}${field.name}`, field]] : [];
		const inner = structIn(field.type);
		return inner === undefined ? own : textFields(inner, `${path}${field.name}.`);
	});
}

function isText(type: TypeSchema): boolean {
	return type.of === 'scalar' && type.scalar === 'string';
}

function structIn(type: TypeSchema): StructSchema | undefined {
	if (type.of === 'struct') return type.struct;
	return type.of === 'list' ? structIn(type.item) : type.of === 'map' ? structIn(type.value) : undefined;
}
