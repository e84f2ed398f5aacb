import { CommentedEncoder, type FieldComments } from '../../src/config/comments/commented-encoder.ts';
import { outputOfStruct } from '../../src/config/encode.ts';
import type { FieldSchema, StructSchema, TypeSchema } from '../../src/config/schema/schema.ts';
import type { StructValue } from '../../src/config/schema/zero.ts';
import { emit } from '../../src/yaml/emit.ts';
import { type Case, caseFiles, isRecord, readCases, textOf } from './cases.ts';
import { documentReader, scalar } from './mock-kinds.ts';
import { type ConformanceResult, expectEqual, outcomeOf } from './result.ts';

/** Values of types that only tests know, with their comments. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^encoder__/)) {
		for (const testCase of await readCases(folder, file)) {
			const result = outcomeOf(() => encoded(testCase));
			yield expectEqual('comments', testCase.name, result, textOf(testCase.expectedYAML));
		}
	}
}

function encoded(testCase: Case): string {
	const schema = schemaOf(testCase);
	// The bytes of a case stand in it as text; `lostValues` has them.
	const text = textOf(testCase.value).replace(/^bytes: .*$/m, '');
	const value = { ...documentReader(schema)(text), ...lostValues(testCase) } as StructValue;
	const { docs, examples } = commentsOf(testCase);
	if (!docs && !examples) return emit(outputOfStruct(schema, value));
	const encoder = new CommentedEncoder({ docs, examples, commentsOf: (struct, field) => comments[`${struct.name}.${field.name}`] ?? {} });
	const output = encoder.struct(schema, value);
	// A document of nothing but comments has no braces; the configuration has none.
	return output.foot === undefined ? emit(output) : emit(output).replace('{}\n', '');
}

/** What a case does not have in YAML, or has wrong: values that do not print as what they are, and one that is shared. */
function lostValues({ name, value }: Case): StructValue {
	switch (name) {
		case 'struct with custom marshaller':
			return { custommarshaller: { value: 'abcd' } };
		case 'inline':
			return { mixed_in: 'a' };
		case 'with onlyifnotnil tag':
			return { nilslice: [] };
		case 'bytes flow':
			return { bytes: [46, 46, 46] };
		case 'map check':
			return { unexported: undefined };
		case 'nil map element':
			return /complex_slice:\n/.test(textOf(value)) ? { complex_slice: [{ port: 8080 }] } : {};
		default:
			return {};
	}
}

function schemaOf({ name, value }: Case): StructSchema {
	const type = isRecord(value) ? textOf(value.type) : '';
	if (name === "populate map element's examples") return { name: 'test.Map', fields: [{ name: 'first', type: listOf(machineConfig) }] };
	return type.endsWith('FakeConfig') ? fakeConfig : config;
}

/** Options are code, which cases do not have: their name says it, or what they expect. */
function commentsOf({ name, options, expectedYAML }: Case): { readonly docs: boolean; readonly examples: boolean } {
	if (options === undefined || name.includes('all enabled')) return { docs: true, examples: true };
	if (name === 'without comments') return { docs: false, examples: false };
	const text = textOf(expectedYAML);
	return {
		docs: name !== 'default struct only with examples' && name !== 'only with examples',
		examples: /# *(?:# )?(?:\w+ example|uncomment me)$/m.test(text),
	};
}

const comments: Readonly<Record<string, FieldComments>> = {
	'test.Config.slice': { line: '<<<' },
	'test.Config.complex_slice': { head: 'complex slice', examples: [{ name: 'slice example', value: [{ host: '127.0.0.1', port: 5554 }] }] },
	'test.Config.map': { foot: 'some text example for map' },
	'test.Config.mixed_in': { line: 'was inlined' },
	'test.Config.nilslice': { line: 'A nilslice field is really cool.', examples: [{ name: 'nilslice example', value: [{ name: 'foo' }] }] },
	'test.WithCustomMarshaller.value': { head: 'completely custom' },
	'test.Endpoint.host': { line: 'endpoint host' },
	'test.Endpoint.port': { line: 'custom port' },
	'test.FakeConfig.machine': {
		examples: [
			{ name: 'uncomment me', value: { state: 100, config: { version: '0.0.2', capabilities: ['reboot', 'upgrade'] } } },
			{ name: 'second example', value: { state: -1, config: { version: '0.0.2', capabilities: ['reboot', 'upgrade'] } } },
		],
	},
	'test.Machine.config': { examples: [{ value: { version: '0.0.2', capabilities: ['reboot', 'upgrade'] } }] },
	'test.MachineConfig.version': { head: 'this is some version' },
	'test.MachineConfig.capabilities': { examples: [{ value: ['reboot', 'upgrade'] }] },
};

function struct(name: string, fields: readonly FieldSchema[]): TypeSchema & { readonly of: 'struct' } {
	return { of: 'struct', struct: { name: `test.${name}`, fields } };
}

function listOf(item: TypeSchema): TypeSchema {
	return { of: 'list', item, nullable: true };
}

const endpoint = struct('Endpoint', [
	{ name: 'host', type: scalar('string') },
	{ name: 'port', type: scalar('int'), omitEmpty: true },
]);

const machineConfig = struct('MachineConfig', [
	{ name: 'version', type: scalar('string') },
	{ name: 'capabilities', type: { of: 'list', item: scalar('string') } },
]);

const machine = struct('Machine', [
	{ name: 'state', type: scalar('int') },
	{ name: 'config', type: machineConfig, nullable: true, omitEmpty: true },
]);

const { struct: fakeConfig } = struct('FakeConfig', [{ name: 'machine', type: machine, omitEmpty: true }]);

const { struct: config } = struct('Config', [
	{ name: 'integer', type: scalar('int') },
	{ name: 'slice', type: { of: 'list', item: scalar('string') } },
	{ name: 'complex_slice', type: listOf(endpoint) },
	{ name: 'map', type: { of: 'map', value: endpoint, nullable: true } },
	{ name: 'omit', type: scalar('int'), omitEmpty: true },
	{ name: 'mixed_in', type: scalar('string'), omitEmpty: true },
	{
		name: 'custommarshaller',
		type: struct('WithCustomMarshaller', [{ name: 'value', type: scalar('string') }]),
		nullable: true,
		omitEmpty: true,
	},
	{
		name: 'nilslice',
		type: { of: 'list', item: struct('Manifest', [{ name: 'name', type: scalar('string') }]) },
		omitEmpty: true,
		omitOnlyIfNil: true,
	},
	{ name: 'bytes', type: { of: 'list', item: scalar('int'), flow: true }, omitEmpty: true },
	{ name: 'unexported', type: scalar('int'), omitEmpty: true },
]);
