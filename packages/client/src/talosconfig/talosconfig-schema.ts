import type { FieldSchema, StructSchema, TypeSchema } from '@ichor/machinery/struct-text';

const string: TypeSchema = { of: 'scalar', scalar: 'string' };
const strings: TypeSchema = { of: 'list', item: string };

const text = (name: string): FieldSchema => ({ name, type: string });
const optional = (name: string, type: TypeSchema = string): FieldSchema => ({ name, type, omitEmpty: true });
const pointer = (name: string, struct: StructSchema): FieldSchema => ({
	name,
	type: { of: 'struct', struct },
	nullable: true,
	omitEmpty: true,
});

const auth: StructSchema = {
	name: 'config.Auth',
	fields: [
		pointer('basic', { name: 'config.Basic', fields: [text('username'), text('password')] }),
		pointer('siderov1', { name: 'config.SideroV1', fields: [text('identity')] }),
	],
};

const context: StructSchema = {
	name: 'config.Context',
	fields: [
		optional('target'),
		{ name: 'endpoints', type: strings },
		optional('nodes', strings),
		optional('ca'),
		optional('crt'),
		optional('key'),
		optional('auth', { of: 'struct', struct: auth }),
		optional('cluster'),
		optional('proxy-url'),
	],
};

/** The talosconfig file. The names of types are upstream's, which messages quote. */
export const talosconfigSchema: StructSchema = {
	name: 'config.Config',
	fields: [
		text('context'),
		{ name: 'contexts', type: { of: 'map', value: { of: 'struct', struct: context }, name: 'map[string]*config.Context', nullable: true } },
	],
};
