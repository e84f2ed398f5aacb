import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { encodeConfig, loadConfig, parsePatch } from '../../src/config/index.ts';
import type { StructSchema, TypeSchema } from '../../src/config/schema/schema.ts';
import { readCaseFile } from './cases.ts';
import { documentReader, mockKind } from './mock-kinds.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Files that must load or be refused, and files that encode to themselves: cases/03 and 10. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const data = join(folder, 'machine-config/data');
	const { cases, unknownKeys } = (await readCaseFile(folder, '03_loader.yaml')) as LoaderCases;
	const base = join(data, 'pkg/machinery/config');
	for (const testCase of cases) yield* loaderCase(testCase, base);
	yield* unknownKeySamples(join(folder, 'machine-config', unknownKeys.base));
	const stable = await readFile(join(folder, 'machine-config/cases/10_marshal_stable_files.txt'), 'utf8');
	for (const path of stable.split('\n').filter((line) => line !== '' && !line.startsWith('#'))) {
		const text = await readFile(join(data, path), 'utf8');
		yield expectEqual(
			'stable files',
			path,
			outcomeOf(() => encoded(path, text)),
			text,
		);
	}
}

interface LoaderCases {
	readonly cases: readonly LoaderCase[];
	readonly unknownKeys: { readonly base: string };
}

interface LoaderCase {
	readonly glob?: string;
	readonly file?: string;
	/** In words: that it loads, that it must not crash, that it encodes to identical bytes. */
	readonly expect?: string;
	readonly expectErrorContains?: string;
	/** What is expected when documents may stand there twice, as in a patch. */
	readonly withAllowDuplicates?: string;
}

async function* loaderCase(testCase: LoaderCase, base: string): AsyncGenerator<ConformanceResult> {
	const paths = testCase.file === undefined ? globSync(testCase.glob ?? '', { cwd: base }).sort() : [testCase.file];
	for (const path of paths) {
		const text = await readFile(join(base, path), 'utf8');
		yield expectEqual('loader', path, judged(testCase, path, text), true);
		if (testCase.withAllowDuplicates !== undefined) {
			yield expectEqual(
				'loader',
				`${path}, duplicates allowed`,
				outcomeOf(() => parsePatch(text).form),
				'strategic',
			);
		}
	}
}

/** True, or what came out instead. */
function judged({ expect = '', expectErrorContains }: LoaderCase, path: string, text: string): boolean | string {
	if (expect.startsWith('must not crash')) {
		outcomeOf(() => loadConfig(fuzzInput(text)));
		return true;
	}
	const result = outcomeOf(() => encoded(path, text));
	if (expectErrorContains !== undefined) return (result.startsWith('threw: ') && result.includes(expectErrorContains)) || result;
	if (result.startsWith('threw: ') && !basename(path).includes('invalid')) return result;
	return !expect.includes('identical bytes') || exceptions.test(basename(path)) || result === text || result;
}

/** Files that upstream does not encode to themselves either: refused ones, and ones written by hand to look at defaults. */
const exceptions = /invalid|^volumeconfig_tpm_encryption_/;

/** The bytes of a file of Go's fuzz corpus. */
function fuzzInput(corpus: string): string {
	const [, quoted = '""'] = /^\[\]byte\((".*")\)$/m.exec(corpus) ?? [];
	return JSON.parse(quoted) as string;
}

/** A configuration loaded and encoded; of the files about arguments, which are no documents, the arguments. */
function encoded(path: string, text: string): string {
	if (!path.includes('types/meta/')) return encodeConfig(loadConfig(text));
	const indented = text.startsWith('{') ? `arguments: ${text}` : `arguments:\n${text.replaceAll(/^(?=.)/gm, '    ')}`;
	const head = 'kind: mock\napiVersion: v1alpha1\n';
	const result = encodeConfig(loadConfig(head + indented, { findKind: () => argumentsKind })).slice(head.length + 'arguments:'.length);
	return result.replace(/^\s/, '').replaceAll(/^ {4}/gm, '');
}

const argumentsType: TypeSchema = { of: 'map', name: 'meta.Args', value: { of: 'scalar', scalar: 'meta.ArgValue' } };

const argumentsKind = mockKind('test.Arguments', [{ name: 'arguments', type: argumentsType }]);

/** The samples of the library that looks for unknown keys. Their schema holds itself; two levels do. */
async function* unknownKeySamples(base: string): AsyncGenerator<ConformanceResult> {
	const text: TypeSchema = { of: 'scalar', scalar: 'string' };
	const fields = [
		{ name: 'field', type: text },
		{ name: 'map', type: { of: 'map', value: text } },
	] as const;
	const inner: StructSchema = { name: 'test.A', fields };
	const outer: StructSchema = {
		name: 'test.A',
		fields: [...fields, { name: 'slice', type: { of: 'list', item: { of: 'struct', struct: inner } } }],
	};
	for (const [file, expected] of unknownKeyTexts) {
		const sample = await readFile(join(base, file), 'utf8');
		yield expectEqual(
			'unknown keys',
			file,
			outcomeOf(() => documentReader(outer)(sample)),
			expected,
		);
	}
}

const unknownKeyTexts = [
	['valid.yaml', { field: 'a', slice: [{ field: 'b', map: { some: 'value' } }] }],
	['invalid.yaml', 'threw: unknown keys found during decoding:\ng: bye\n'],
	['invalid-nested.yaml', "threw: unknown keys found during decoding:\nslice:\n    - this: shouldn't be there\n"],
] as const;
