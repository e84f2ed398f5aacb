import fc from 'fast-check';
import type { ConfigValue, DocumentKind } from '../src/config/document.ts';
import type { FieldSchema, ScalarSchema, StructSchema, TypeSchema } from '../src/config/schema/schema.ts';
import { documentKinds, findDocumentKind } from '../src/config/types/index.ts';
import { emit } from '../src/yaml/emit.ts';
import { outputOf } from '../src/yaml/from-value.ts';

/** Data as it stands in YAML: not decoded, so that numbers may stand for texts and null for anything. */
export type Tree = ConfigValue;

export interface ArbitraryOptions {
	/** How likely a field is to be there, from 0 to 1. */
	readonly density?: number;
	/** Adds what a patch may hold: null, values that are zero, and `$patch: delete`. */
	readonly patch?: boolean;
	/** Adds values that no type takes. */
	readonly broken?: boolean;
}

/** The text of a configuration: most of the time the root document, and a few others of different identities. */
export function arbitraryConfigText(options: ArbitraryOptions = {}): fc.Arbitrary<string> {
	const root = fc.option(arbitraryDocument(kindNamed('v1alpha1'), options), { nil: undefined, freq: 5 });
	const others = fc
		.uniqueArray(fc.constantFrom(...otherKinds), { maxLength: 4 })
		.chain((kinds) => fc.tuple(...kinds.map((kind) => arbitraryDocument(kind, options))));
	return fc.tuple(root, others).map(([first, rest]) => textOf(first === undefined ? rest : [first, ...rest]));
}

/** The text of a patch for configurations of these kinds (by default of any), and now and then of another. */
export function arbitraryPatchText(kinds: readonly DocumentKind[] = documentKinds, options: ArbitraryOptions = {}): fc.Arbitrary<string> {
	const kind = fc.oneof({ arbitrary: fc.constantFrom(...kinds), weight: 6 }, { arbitrary: fc.constantFrom(...documentKinds), weight: 1 });
	const document = kind.chain((chosen) => arbitraryDocument(chosen, { density: 0.25, ...options, patch: true }));
	return fc.array(document, { minLength: 1, maxLength: 3 }).map(textOf);
}

/** A document of a kind as data. Names come from a small set, so that patches meet documents. */
export function arbitraryDocument(kind: DocumentKind, options: ArbitraryOptions = {}): fc.Arbitrary<Tree> {
	return arbitraryStruct(kind.schema, options, 0).map((tree) => {
		const fields = tree as { readonly [key: string]: Tree };
		if (kind.kind === 'v1alpha1') return { version: 'v1alpha1', machine: {}, ...fields };
		return { ...fields, apiVersion: 'v1alpha1', kind: kind.kind, ...(kind.named ? { name: fields['name'] ?? 'one' } : {}) };
	});
}

/** A value of a type as data. */
export function arbitraryTree(type: TypeSchema, options: ArbitraryOptions = {}, depth = 0): fc.Arbitrary<Tree> {
	switch (type.of) {
		case 'scalar':
			return arbitraryScalar(type, options);
		case 'struct':
			return marked(arbitraryStruct(type.struct, options, depth), options);
		case 'list':
			return marked(fc.array(arbitraryItem(type.item, options, depth + 1), { maxLength: 3 }), options);
		case 'map':
			return marked(arbitraryMap(arbitraryTree(type.value, options, depth + 1)), options);
		case 'any':
			return marked(arbitraryMap(arbitraryFreeForm(2)), options);
	}
}

/** Documents as text, `---` between them. */
export function textOf(documents: readonly Tree[]): string {
	return documents.map((document) => emit(outputOf(document))).join('---\n');
}

function kindNamed(name: string): DocumentKind {
	const kind = findDocumentKind(name);
	if (kind === undefined) throw new Error(`no kind is called ${name}`);
	return kind;
}

const otherKinds = documentKinds.filter(({ kind }) => kind !== 'v1alpha1');

function arbitraryStruct(schema: StructSchema, options: ArbitraryOptions, depth: number): fc.Arbitrary<Tree> {
	const density = (options.density ?? 0.4) / (1 + depth / 3);
	const fields = schema.fields.filter(({ name }) => name !== 'apiVersion' && name !== 'kind' && !isNewer(schema, name));
	const entries = fields.map((field) => fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(field)));
	return fc.tuple(...entries).chain((drawn) => {
		const present = drawn.filter(([chance]) => chance < density).map(([, field]) => field);
		return fc.tuple(...present.map((field) => fieldEntry(field, options, depth))).map((pairs) => Object.fromEntries(pairs));
	});
}

/** Fields that the cases of conformance have, and the release that we are compared with has not. */
function isNewer(schema: StructSchema, field: string): boolean {
	return schema.name === 'network.BondConfigV1Alpha1' && (field === 'primary' || field === 'primaryReselect');
}

function fieldEntry(field: FieldSchema, options: ArbitraryOptions, depth: number): fc.Arbitrary<[string, Tree]> {
	const value =
		field.name === 'name'
			? fc.constantFrom<Tree>('one', 'two', 'eth0', 'STATE', '10.0.0.1')
			: arbitraryTree(field.type, options, depth + 1);
	return value.map((tree) => [field.name, tree]);
}

/** Now and then null, or a marker, in a patch. */
function marked(value: fc.Arbitrary<Tree>, { patch }: ArbitraryOptions): fc.Arbitrary<Tree> {
	if (patch !== true) return value;
	return fc.oneof(
		{ arbitrary: value, weight: 60 },
		{ arbitrary: fc.constant<Tree>(null), weight: 1 },
		{ arbitrary: fc.constant<Tree>({ $patch: 'delete' }), weight: 2 },
		{ arbitrary: value.map((tree) => withMarker(tree)), weight: 1 },
	);
}

/** Markers within items are refused, so most items have none; now and then an item is one to be deleted. */
function arbitraryItem(type: TypeSchema, options: ArbitraryOptions, depth: number): fc.Arbitrary<Tree> {
	const { patch, ...plain } = options;
	const item = arbitraryTree(type, plain, depth);
	if (patch !== true) return item;
	return fc.oneof(
		{ arbitrary: item, weight: 30 },
		{ arbitrary: item.map((tree) => (Object.keys(tree ?? {}).length > 0 ? withMarker(tree) : tree)), weight: 2 },
		{ arbitrary: arbitraryTree(type, options, depth), weight: 1 },
	);
}

function withMarker(tree: Tree): Tree {
	return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
		? Object.assign(Object.create(null), tree, { $patch: 'delete' })
		: tree;
}

function arbitraryScalar(type: ScalarSchema, options: ArbitraryOptions): fc.Arbitrary<Tree> {
	const texts =
		type.enum === undefined ? (samples[type.scalar] ?? samples['string'] ?? []) : enumTexts(type.enum.values, type.enum.numbers);
	const values = fc.constantFrom<Tree>(...texts);
	return fc.oneof(
		{ arbitrary: values, weight: 30 },
		...(options.patch === true ? [{ arbitrary: fc.constantFrom<Tree>(zeroOf(type), null), weight: 2 }] : []),
		...(options.broken === true ? [{ arbitrary: arbitraryFreeForm(1), weight: 1 }] : []),
	);
}

/** What a patch says to set a value to nothing. */
function zeroOf(type: ScalarSchema): Tree {
	if (type.enum !== undefined) return type.enum.values.includes(type.enum.zero ?? '') ? (type.enum.zero ?? '') : null;
	if (type.scalar === 'bool') return false;
	if (/^u?int\d*$|FileMode$|DiskSize$|Duration$/.test(type.scalar)) return 0;
	return type.scalar === 'v1alpha1.InstallDiskSizeMatcher' || type.scalar === 'network.PortRange' ? null : '';
}

function enumTexts(values: readonly string[], numbers?: readonly [number, number]): readonly Tree[] {
	const spellings = values.flatMap((value) => [value, value, value.toUpperCase()]);
	return numbers === undefined ? spellings : [...spellings, ...numbers, 42];
}

/** Without a prototype, so that the key `opaque` is a key. */
function arbitraryMap(value: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
	return fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 }).map((map) => Object.assign(Object.create(null), map));
}

function arbitraryFreeForm(depth: number): fc.Arbitrary<Tree> {
	const scalar = fc.constantFrom<Tree>(...freeFormScalars);
	if (depth === 0) return scalar;
	return fc.oneof(
		{ arbitrary: scalar, weight: 3 },
		{ arbitrary: fc.array(arbitraryFreeForm(depth - 1), { maxLength: 3 }), weight: 1 },
		{ arbitrary: arbitraryMap(arbitraryFreeForm(depth - 1)), weight: 1 },
	);
}

const keys = ['a', 'b', 'a9', 'a10', '10', '9', 'y', 'A', 'key with space', 'é', 'op', 'opaque', '__proto__', 'constructor'];

const freeFormScalars: readonly Tree[] = [
	'text',
	'',
	'yes',
	'1',
	'multi\nline\n',
	' lead',
	'a: b',
	'2020-01-01',
	'0x10',
	'é',
	'null',
	'<<',
	'# no comment',
	'constructor',
	'x'.repeat(120),
	0,
	1,
	-7,
	1.5,
	1e21,
	123456789012n,
	18446744073709551615n,
	true,
	false,
	null,
	{ opaque: 'float', text: '1' },
	{ opaque: 'float', text: '1e+06' },
];

const integers: readonly Tree[] = [0, 1, 2, 42, 65535, '0x10', '0o17'].map((value) => (typeof value === 'string' ? Number(value) : value));

/** Texts that each type takes, with their odd spellings. */
const samples: Readonly<Record<string, readonly Tree[]>> = {
	string: [
		'',
		'a',
		'eth0',
		'bond0',
		'yes',
		'1.10',
		'0x10',
		' x',
		'a: b',
		'multi\nline',
		'trailing\n',
		'10.0.0.1',
		'192.168.0.0/16',
		'é',
		'controlplane',
		'worker',
		5,
		true,
		1.5,
		'${TOKEN}',
	],
	bool: [true, false, 'yes', 'Off', 'y'],
	int: [...integers, -1, 1500],
	int32: [...integers, -1],
	uint: integers,
	uint8: [0, 1, 255],
	uint16: integers,
	uint32: [...integers, 4294967295],
	uint64: [...integers, 18446744073709551615n],
	'time.Duration': ['1h', '168h', '90m', '1.5s', '250ms', '0', 0, '-1m', '1us', '0s', '8760h'],
	'block.ByteSize': ['10GiB', '2.5TB', 1048576, '1,024 kB', '-5GiB', '0'],
	'block.Size': ['10GiB', '80%', '-10%', '50.5%', 1000, '-1GB'],
	'cel.Expression': ['disk.size > 10u * GiB', '!system_disk', 'true', 'disk.dev_path == "/dev/sda"', 'link.name\n  == "x"'],
	'meta.Addr': ['10.0.0.1', '2001:DB8::1', 'fe80::1%eth0', '::ffff:1.2.3.4', '::'],
	'meta.AddrPort': ['10.0.0.1:80', '[2001:DB8::1]:51820', '[fe80::1%a]:1'],
	'meta.Prefix': ['10.0.0.1/8', '2001:DB8::/32', '::ffff:1.2.3.4/100', '0.0.0.0/0'],
	'netip.Addr': ['10.0.0.1', '2001:DB8::1'],
	'netip.AddrPort': ['10.0.0.1:80', '[2001:DB8::1]:51820'],
	'netip.Prefix': ['10.0.0.1/8', '2001:DB8::/32'],
	'meta.URL': ['https://a.example:6443', 'http://b/path?q=1#f', 'HTTPS://c', 'https://a/%2f x', 'grpc://d:443/', 'https://u:p@h/', ''],
	'v1alpha1.Endpoint': ['https://a.example:6443', 'https://b/path', 'tcp://1.2.3.4:5', 'https://u@h/', ''],
	'nethelpers.HardwareAddr': ['02:00:5E:10:00:01', 'aabb', '00:01:02', ''],
	'network.PortRange': [80, '80', '1000-2000', '80-80', 0],
	'runtime.EtcFileMode': [420, 0, '0o644'].map((value) => (value === '0o644' ? 0o644 : value)),
	'v1alpha1.FileMode': [0o600, 0, 0o777],
	'v1alpha1.DiskSize': ['100GB', '10GiB', 1000, '1.5 TB', 0],
	'v1alpha1.InstallDiskSizeMatcher': ['>= 100GB', '<1TB', '4GB', ' == 1 TiB '],
	'v1alpha1.Base64Bytes': ['QUJD', 'QQ==', ''],
	'[]uint8': ['QUJD', 'QQ==', ''],
	'[]uint8 or redacted': ['QUJD', '******', ''],
	'meta.ArgValue': ['text', 5, true, ['a', 'b'], [], ['yes', 1, null], '', 'yes', 'multi\nline'],
};
