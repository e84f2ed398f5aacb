import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyPatches, encodeConfig, loadConfig, loadPatches, type MachineConfig, type Patch, parsePatch } from '../../src/config/index.ts';
import { readCaseFile } from './cases.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Patches applied to whole files: cases/00. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const root = join(folder, 'machine-config');
	const cases = (await readCaseFile(folder, '00_patch_files.yaml')) as PatchFileCases;
	for (const testCase of cases.cases) yield* patchFile(testCase, join(root, cases.base));
	for (const name of cases.strategicMergeV1Alpha1.cases) {
		const read = (file: string) => readFile(join(root, cases.strategicMergeV1Alpha1.base, name, `${file}.yaml`), 'utf8');
		const [left, right, expected] = [await read('left'), await read('right'), await read('expected')];
		const merged = outcomeOf(() => values(patched(left, [parsePatch(right)])));
		yield expectEqual(
			'strategic merges',
			name,
			merged,
			outcomeOf(() => values(loadConfig(expected))),
		);
	}
	for (const { name, input, patch, expected } of cases.json6902) {
		yield expectEqual(
			'JSON patches',
			name,
			outcomeOf(() => applyPatches(input, [parsePatch(patch)]).text),
			expected,
		);
	}
}

interface PatchFileCases {
	readonly base: string;
	readonly cases: readonly PatchFileCase[];
	readonly strategicMergeV1Alpha1: { readonly base: string; readonly cases: readonly string[] };
	readonly json6902: readonly { readonly name: string; readonly input: string; readonly patch: string; readonly expected: string }[];
}

interface PatchFileCase {
	readonly name: string;
	readonly input: string | null;
	readonly patches: readonly string[];
	readonly expected?: string;
	readonly expectedDocumentCount?: number;
	readonly expectedError?: string;
	readonly expectedErrorContains?: string;
	/** More that holds of the result, in words: that it can be loaded again. */
	readonly also?: string;
}

/** Each case twice: its input as documents, and as text. */
async function* patchFile(testCase: PatchFileCase, base: string): AsyncGenerator<ConformanceResult> {
	const files = new Map<string, string>();
	for (const file of [...testCase.patches, testCase.expected, testCase.input]) {
		if (file !== undefined && file !== null) files.set(file, await readFile(join(base, file), 'utf8'));
	}
	const load = () =>
		loadPatches(
			testCase.patches.map((file) => `@${file}`),
			(file) => files.get(file) ?? '',
		);
	const text = files.get(testCase.input ?? '');
	const inputs: [string, () => string | MachineConfig][] = [
		['documents', () => (text === undefined ? { documents: [] } : loadConfig(text))],
	];
	if (text !== undefined) inputs.push(['text', () => text]);
	for (const [form, input] of inputs) {
		const result = outcomeOf(() => String(applyPatches(input(), load()).text));
		yield expectEqual('patch files', `${testCase.name} (${form})`, judged(testCase, result, files), true);
	}
}

/** True, or the result that is not the expected one. */
function judged(
	{ expected, expectedDocumentCount, expectedError, expectedErrorContains, also }: PatchFileCase,
	result: string,
	files: ReadonlyMap<string, string>,
): boolean | string {
	if (expectedError !== undefined) return result === `threw: ${expectedError}` || result;
	if (expectedErrorContains !== undefined) return (result.startsWith('threw: ') && result.includes(expectedErrorContains)) || result;
	if (expectedDocumentCount !== undefined && loadConfig(result).documents.length !== expectedDocumentCount) return result;
	if (also !== undefined && encodeConfig(loadConfig(result)) !== result) return `loaded again: ${result}`;
	return expected === undefined || result === files.get(expected) || result;
}

function patched(text: string, patches: readonly Patch[]): MachineConfig {
	const { config } = applyPatches(text, patches);
	if (config === undefined) throw new Error('the patches were not strategic');
	return config;
}

function values(config: MachineConfig): object[] {
	return config.documents.map(({ value }) => value);
}
