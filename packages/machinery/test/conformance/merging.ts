import type { ConfigValue } from '../../src/config/document.ts';
import { mergeStructs } from '../../src/config/merge.ts';
import { mergeFreeFormMaps } from '../../src/config/merge-free-form.ts';
import type { FieldSchema, StructSchema, TypeSchema } from '../../src/config/schema/schema.ts';
import type { StructValue } from '../../src/config/schema/zero.ts';
import { type Case, caseFiles, isRecord, plainValue, readCases, textOf } from './cases.ts';
import { documentReader, scalar } from './mock-kinds.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Values of a type that only tests know, and free-form ones, merged. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^merge__/)) {
		for (const testCase of await readCases(folder, file)) {
			yield expectEqual(
				'merging',
				testCase.name,
				outcomeOf(() => merged(testCase)),
				outcomeOf(() => plain(valueOf(testCase.expected))),
			);
		}
	}
}

function merged({ left, right }: Case): unknown {
	if (isTyped(left ?? right) || left === undefined) return plain(sorted(mergeStructs(config, valueOf(left), valueOf(right), () => {})));
	return plain(mergeFreeFormMaps(valueOf(left), valueOf(right)));
}

function isTyped(field: ConfigValue | undefined): boolean {
	return isRecord(field) && textOf(field.type).endsWith('test.Config');
}

function valueOf(field: ConfigValue | undefined): StructValue {
	if (isTyped(field)) return readConfig(textOf(field)) as StructValue;
	const value = isRecord(field) && 'yaml' in field ? plainValue(textOf(field)) : field;
	return (value ?? {}) as StructValue;
}

/** The type of one list brings a merge of its own, which sorts. */
function sorted({ customslice, ...value }: StructValue): StructValue {
	return customslice === undefined ? value : { ...value, customslice: [...(customslice as readonly string[])].sort() };
}

/** As data that compares, whatever the order of its keys. */
function plain(value: StructValue): unknown {
	return JSON.parse(JSON.stringify(value));
}

const struct: TypeSchema = {
	of: 'struct',
	struct: {
		name: 'test.Struct',
		fields: [
			{ name: 'da', type: scalar('bool') },
			{ name: 'db', type: scalar('int'), nullable: true },
		],
	},
};

const texts: TypeSchema = { of: 'list', item: scalar('string') };

const fields: readonly FieldSchema[] = [
	{ name: 'a', type: scalar('string') },
	{ name: 'b', type: scalar('int') },
	{ name: 'c', type: scalar('bool'), nullable: true },
	{ name: 'd', type: scalar('int'), nullable: true },
	{ name: 'slice', type: { of: 'list', item: struct } },
	{ name: 'replacedslice', type: texts, replace: true },
	{ name: 'map', type: { of: 'map', value: struct } },
	{ name: 'customslice', type: texts },
];

const config: StructSchema = { name: 'test.Config', fields };

const readConfig = documentReader(config);
