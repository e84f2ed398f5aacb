import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';
import type { Model, ModelField, ModelStruct } from './model.ts';
import { camelCase } from './names.ts';
import { readModel } from './read-model.ts';

const machinery = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'packages/machinery');
const model = readModel(join(machinery, 'model'));

describe('the generated files', () => {
	test('are what the model says now', () => {
		const generated = generate(model);
		for (const [path, text] of generated) assert.equal(readFileSync(join(machinery, path), 'utf8'), text, path);
		const present = ['types', 'docs'].flatMap((folder) =>
			readdirSync(join(machinery, 'src/config', folder), { recursive: true, encoding: 'utf8' }).map(
				(path) => `src/config/${folder}/${path}`,
			),
		);
		assert.deepEqual(
			present.filter((path) => path.endsWith('.gen.ts') && !generated.has(path)),
			[],
		);
	});

	test('do not depend on when they are made', () => {
		assert.deepEqual([...generate(readModel(join(machinery, 'model')))], [...generate(model)]);
	});
});

describe('the words of the model', () => {
	test('begin with a sentence that stands alone', () => {
		for (const { place, doc } of texts(model)) {
			const [first = ''] = doc.split('\n');
			assert.ok(first.length >= 15 && first.length <= 125, `${place}: the first line has ${first.length} characters`);
			assert.match(doc, /^[A-Z0-9`].*[.]$/s, place);
			assert.doesNotMatch(doc, / {2}|\t/, place);
		}
	});

	test('examples speak of documentation addresses and names only', () => {
		for (const { place, value } of exampleTexts(model)) {
			for (const [address = ''] of value.matchAll(/\b\d{1,3}(\.\d{1,3}){3}\b/g)) {
				assert.match(address, /^(192\.0\.2|198\.51\.100|203\.0\.113|10|127|172\.16|0\.0\.0)\./, `${place}: ${address}`);
			}
			for (const [, host = ''] of value.matchAll(/https?:\/\/(?:[^/@"]*@)?([^/:"]+)/g)) {
				assert.match(
					host.replaceAll('\\', ''),
					/(^|\.)example\.org$|^(token\.actions\.githubusercontent|github)\.com$/,
					`${place}: ${host}`,
				);
			}
		}
	});
});

describe('secrets', () => {
	const smell = /token|password|passphrase|secret|privatekey|presharedkey|^key$|^auth$/i;

	test('are marked wherever a name smells of one', () => {
		const unmarked = [...model.structs.values()].flatMap((struct) =>
			fieldsOf(struct)
				.filter(({ name, type, secret }) => smell.test(name) && type.of === 'scalar' && !secret)
				.map(({ name }) => `${struct.name}.${name}`),
		);
		assert.deepEqual(unmarked, []);
	});

	test('only texts are marked, which is what redaction replaces', () => {
		for (const struct of model.structs.values()) {
			for (const field of fieldsOf(struct)) {
				if (field.secret) assert.equal(field.type.of, 'scalar', `${struct.name}.${field.name}`);
			}
		}
	});
});

describe('a model that does not fit is refused', () => {
	const refusals: readonly { readonly name: string; readonly files: Readonly<Record<string, string>>; readonly message: RegExp }[] = [
		{
			name: 'an unknown type',
			files: { 'a/b.yaml': struct('A', 'x: { type: strnig, doc: A text. }') },
			message: /^a\/b: A\.x: nothing is called strnig$/,
		},
		{
			name: 'an unknown key',
			files: { 'a/b.yaml': struct('A', 'x: { type: string, doc: A text., defualt: 1 }') },
			message: /^a\/b: A\.x: unknown key defualt$/,
		},
		{
			name: 'a field without words',
			files: { 'a/b.yaml': struct('A', 'x: { type: string }') },
			message: /^a\/b: A\.x: the first line of the doc/,
		},
		{
			name: 'two structs of one name',
			files: { 'a/b.yaml': struct('A', ''), 'a/c.yaml': struct('A', '') },
			message: /^a\/c: A is already a struct of a\/b$/,
		},
		{
			name: 'files that need each other',
			files: { 'a/b.yaml': struct('A', 'x: { type: B, doc: A thing. }'), 'a/c.yaml': struct('B', 'x: { type: A, doc: A thing. }') },
			message: /a\/b → a\/c → a\/b need each other/,
		},
		{
			name: 'an example of another shape',
			files: { 'a/b.yaml': struct('A', 'x: { type: "string[]", doc: Some texts., examples: [{ value: one }] }') },
			message: /^A\.x: the example is no list$/,
		},
	];
	for (const { name, files, message } of refusals) {
		test(name, (context) => {
			const folder = mkdtempSync(join(tmpdir(), 'model-'));
			context.after(() => rmSync(folder, { recursive: true }));
			writeFileSync(join(folder, 'scalars.yaml'), 'string: { upstream: string }\n');
			writeFileSync(join(folder, 'enums.yaml'), 'Colour: { upstream: a.Colour, values: [red] }\n');
			for (const [path, text] of Object.entries(files)) {
				mkdirSync(join(folder, dirname(path)), { recursive: true });
				writeFileSync(join(folder, path), text);
			}
			assert.throws(() => generate(readModel(folder)), { message });
		});
	}
});

test('names of constants', () => {
	for (const [name, constant] of [
		['BondConfig', 'bondConfig'],
		['KubeAPIServerConfig', 'kubeAPIServerConfig'],
		['BGPInstanceConfig', 'bgpInstanceConfig'],
		['DHCPv4Config', 'dhcpv4Config'],
		['HCloudVIPConfig', 'hcloudVIPConfig'],
		['XFSOptions', 'xfsOptions'],
	] as const) {
		assert.equal(camelCase(name), constant);
	}
});

function struct(name: string, fields: string): string {
	return `structs:\n  ${name}:\n    upstream: a.${name}\n    doc: A thing.\n    fields: { ${fields} }\n`;
}

function fieldsOf({ members }: ModelStruct): readonly ModelField[] {
	return members.flatMap((member) => ('embeds' in member ? [] : [member]));
}

function texts({ structs }: Model): readonly { readonly place: string; readonly doc: string }[] {
	return [...structs.values()].flatMap((struct) => [
		{ place: struct.name, doc: struct.doc },
		...fieldsOf(struct).map((field) => ({ place: `${struct.name}.${field.name}`, doc: field.doc })),
	]);
}

function exampleTexts({ structs }: Model): readonly { readonly place: string; readonly value: string }[] {
	return [...structs.values()].flatMap((struct) =>
		[struct, ...fieldsOf(struct)].flatMap(({ name, examples }) =>
			examples.map(({ value }) => ({ place: `${struct.name} ${name}`, value: JSON.stringify(value) })),
		),
	);
}
