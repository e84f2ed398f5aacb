import assert from 'node:assert/strict';
import { codecOf } from '../../src/config/scalars/index.ts';
import { TextRefusal } from '../../src/config/scalars/refusal.ts';
import type { ScalarSchema } from '../../src/config/schema/schema.ts';
import { emit } from '../../src/yaml/emit.ts';

const types: readonly ScalarSchema[] = [
	...'string bool int uint16 uint64 time.Duration block.ByteSize block.Size cel.Expression meta.Addr meta.AddrPort meta.Prefix'.split(' '),
	...'meta.URL v1alpha1.Endpoint nethelpers.HardwareAddr network.PortRange v1alpha1.FileMode v1alpha1.DiskSize'.split(' '),
	...'v1alpha1.InstallDiskSizeMatcher v1alpha1.Base64Bytes []uint8 meta.ArgValue'.split(' '),
].map((scalar) => ({ of: 'scalar', scalar }));

const seeds = [
	'1h30m',
	'-2.5GiB',
	'80%',
	'>= 100GB',
	'fe80::1%eth0',
	'[2001:db8::1]:443',
	'10.0.0.0/8',
	'https://u:p@a:1/b?c#d',
	'02:00:5e:10:00:01',
	'80-90',
	'0o644',
	'QUJD',
	'1e3',
	'yes',
];

/** Any text is read as any type, or refused with TextRefusal; what is printed reads and prints the same again. */
export const target = {
	name: 'scalars',
	seeds: seeds.map((seed) => new TextEncoder().encode(seed)),
	run(input: Uint8Array): void {
		const text = new TextDecoder().decode(input);
		for (const type of types) {
			for (const style of ['plain', 'double'] as const) {
				const value = read(type, text, style);
				if (value === undefined || typeof value !== 'string' || type.scalar === 'string') continue;
				assert.deepEqual(read(type, value, 'double') ?? codecOf(type).zero, value, `${type.scalar} ${JSON.stringify(text)}`);
			}
		}
	},
};

function read(type: ScalarSchema, text: string, style: 'plain' | 'double') {
	const codec = codecOf(type);
	try {
		const value = codec.decode({ type: 'scalar', at: 0, text, style });
		if (value !== undefined) emit(codec.output(value));
		return value;
	} catch (error) {
		assert.ok(error instanceof TextRefusal, error instanceof Error ? error.stack : String(error));
		return undefined;
	}
}
