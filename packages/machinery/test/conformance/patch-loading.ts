import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadPatches, type Patch, parsePatch } from '../../src/config/index.ts';
import { type DeleteSelector, extractDeletes } from '../../src/config/patch/delete-selector.ts';
import type { JsonNode } from '../../src/config/patch/json-node.ts';
import { valueOfNode } from '../../src/config/patch/json-yaml.ts';
import type { JsonPatch, StrategicPatch } from '../../src/config/patch/patch.ts';
import { emit } from '../../src/yaml/emit.ts';
import { outputOfNode } from '../../src/yaml/output-of-node.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { readCaseFile } from './cases.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Patches told apart, what their `$patch: delete` points at, and patches that upstream's own tests use: cases/01 and 02. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	yield* patchArguments(folder);
	yield* deleteMarkers(folder);
	yield* upstreamPatches(join(folder, 'machine-config/data'));
}

interface ArgumentCases {
	readonly cases: readonly { readonly args: readonly string[]; readonly result: readonly ExpectedPatch[] }[];
}

/** What is expected of one patch; of operations and documents only what is named. */
interface ExpectedPatch {
	readonly type: 'json6902' | 'strategic';
	readonly ops?: readonly Readonly<Record<string, unknown>>[];
	readonly opKinds?: readonly string[];
	readonly documents?: readonly { readonly kind: string }[];
}

async function* patchArguments(folder: string): AsyncGenerator<ConformanceResult> {
	const { cases } = (await readCaseFile(folder, '01_patch_loading.yaml')) as ArgumentCases;
	const base = join(folder, 'machine-config/data/pkg/machinery/config/configpatcher/testdata');
	const files = new Map<string, string>();
	for (const path of globSync('*', { cwd: base }).filter((name) => name.includes('.')))
		files.set(path, await readFile(join(base, path), 'utf8'));
	for (const { args, result } of cases) {
		const loaded = outcomeOf(() =>
			loadPatches(args, (path) => files.get(path) ?? '').map((patch, index) => described(patch, result[index])),
		);
		yield expectEqual('patch arguments', args.join(' '), loaded, result);
	}
}

/** As much of a patch as the case says something about. */
function described(patch: Patch, expected: ExpectedPatch | undefined): ExpectedPatch {
	return patch.form === 'json' ? describedJson(patch, expected) : describedStrategic(patch, expected);
}

function describedJson({ operations }: JsonPatch, expected: ExpectedPatch | undefined): ExpectedPatch {
	const ops = operations.map((operation, index) => {
		const keys = Object.keys(expected?.ops?.[index] ?? {});
		return Object.fromEntries(keys.map((key) => [key, plainOf(operation.get(key))]));
	});
	const opKinds = operations.map((operation) => String(plainOf(operation.get('op'))));
	return { type: 'json6902', ...(expected?.ops && { ops }), ...(expected?.opKinds && { opKinds }) };
}

function plainOf(node: JsonNode | null | undefined): unknown {
	return node === undefined ? undefined : valueOfNode(node);
}

function describedStrategic({ steps }: StrategicPatch, expected: ExpectedPatch | undefined): ExpectedPatch {
	const documents = steps.flatMap((step) => ('merge' in step ? [{ kind: step.merge.kind }] : []));
	return { type: 'strategic', ...(expected?.documents && { documents }) };
}

interface DeleteCases {
	readonly cases: readonly {
		readonly input: string;
		readonly expectedCleaned: string;
		readonly expectedSelectors: readonly ExpectedSelector[];
	}[];
}

interface ExpectedSelector {
	readonly apiVersion?: string;
	readonly kind: string;
	readonly name?: string;
	readonly docIndex: number;
	readonly path: readonly string[];
	readonly key?: string;
	readonly value?: string;
}

async function* deleteMarkers(folder: string): AsyncGenerator<ConformanceResult> {
	const { cases } = (await readCaseFile(folder, '02_patch_delete_selectors.yaml')) as DeleteCases;
	const base = join(folder, 'machine-config/data/pkg/machinery/config/configloader/internal/decoder/testdata/delete');
	for (const { input, expectedCleaned, expectedSelectors } of cases) {
		const { source, documents } = parseYaml(await readFile(join(base, input), 'utf8'));
		const extracted = documents.map(({ root: node }) => (node === undefined ? { selectors: [] } : extractDeletes(node)));
		const rest = extracted
			.flatMap((document) => (document.rest === undefined ? [] : [emit(outputOfNode(document.rest, source))]))
			.join('---\n');
		yield expectEqual('delete markers', `${input}: what is left`, rest, await readFile(join(base, expectedCleaned), 'utf8'));
		const selectors = extracted.flatMap(({ selectors }, docIndex) => selectors.map((selector) => describedSelector(selector, docIndex)));
		yield expectEqual('delete markers', `${input}: what is deleted`, selectors, expectedSelectors);
	}
}

function describedSelector({ apiVersion, kind, name, path, item }: DeleteSelector, docIndex: number): ExpectedSelector {
	return {
		...(apiVersion === '' ? {} : { apiVersion }),
		kind,
		...(name === undefined ? {} : { name }),
		docIndex,
		path,
		...(item && { key: item.key, value: item.text }),
	};
}

/** Patches that upstream's own tests use. */
async function* upstreamPatches(data: string): AsyncGenerator<ConformanceResult> {
	for (const path of globSync('{hack/test,internal/integration/cli/testdata/patches}/**/*.yaml', { cwd: data }).sort()) {
		if (basename(path).startsWith('kube-bench')) continue;
		const text = await readFile(join(data, path), 'utf8');
		yield expectEqual(
			'upstream patches',
			path,
			outcomeOf(() => parsePatch(text, path).form.length > 0),
			true,
		);
	}
}
