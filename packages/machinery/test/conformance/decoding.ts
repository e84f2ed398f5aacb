import { decodeStruct } from '../../src/config/decode.ts';
import type { ConfigDocument, DocumentKind } from '../../src/config/document.ts';
import { loadConfig } from '../../src/config/index.ts';
import type { FieldSchema, TypeSchema } from '../../src/config/schema/schema.ts';
import { findDocumentKind } from '../../src/config/types/index.ts';
import { machineKubeletSchema } from '../../src/config/types/v1alpha1/machine-kubelet.gen.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { type Case, caseFiles, readCases, textOf } from './cases.ts';
import { mockKind, scalar } from './mock-kinds.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Documents of kinds that only tests know, decoded or refused. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^configloader_internal_decoder__/)) {
		for (const testCase of await readCases(folder, file)) {
			const { name, source, expectedErr = '' } = testCase;
			const result = outcomeOf(() => contentsOf(bytesOf(textOf(source)), testCase));
			yield expectEqual('decoder', name, result, expectedErr === '' ? true : `threw: ${textOf(expectedErr)}`);
		}
	}
}

/** True when the documents hold what the case expects; otherwise what they hold. */
function contentsOf(text: Uint8Array, { expected }: Case): unknown {
	const { documents } = loadConfig(text, { findKind });
	if (expected === undefined || expected === null) return true;
	const wanted = parseYaml(textOf(expected)).documents.map(({ root }, index) => {
		const definition = documents[index]?.definition;
		return root === undefined || definition === undefined ? {} : withoutIdentity(decodeStruct(root, definition.schema, []));
	});
	const values = documents.map(({ value }: ConfigDocument) => withoutIdentity(value));
	return JSON.stringify(values) === JSON.stringify(wanted) || values;
}

/** The expected documents do not say what they are, and empty texts stand for absent ones. */
function withoutIdentity(value: object): object {
	return Object.fromEntries(Object.entries(value).filter(([key, child]) => key !== 'kind' && key !== 'apiVersion' && child !== ''));
}

/** One character of a case stands for an octet that is no UTF-8. */
function bytesOf(text: string): Uint8Array {
	const bytes = new TextEncoder().encode(text.replace('\u00ea', '?'));
	return text.includes('\u00ea') ? bytes.map((byte) => (byte === 0x3f ? 0xea : byte)) : bytes;
}

function findKind(kind: string, apiVersion: string): DocumentKind | undefined {
	if (kind === 'mock') return mockKind('test.Mock', mockFields[apiVersion] ?? [test]);
	return otherMocks[kind] ?? findDocumentKind(kind);
}

const test: FieldSchema = { name: 'test', type: scalar('bool') };

const mock: TypeSchema = { of: 'struct', struct: mockKind('test.Mock', [test]).schema };

const mockFields: Readonly<Record<string, readonly FieldSchema[]>> = {
	v1alpha2: [
		{ name: 'slice', type: { of: 'list', item: mock } },
		{ name: 'map', type: { of: 'map', value: mock, nullable: true } },
	],
	v1alpha3: [{ name: 'omit', type: scalar('bool'), omitEmpty: true }],
};

const otherMocks: Readonly<Record<string, DocumentKind>> = {
	kubelet: mockKind('test.KubeletConfig', machineKubeletSchema.fields),
	unstructured: mockKind('test.MockUnstructured', [{ name: 'pods', type: { of: 'list', item: { of: 'any' } }, omitEmpty: true }]),
};
