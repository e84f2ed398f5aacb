import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create, type DescField, type DescMessage, type JsonObject, type MessageInitShape, ScalarType, toBinary } from '@bufbuild/protobuf';
import { definitionOf } from '@ichor/runtime';
import fc from 'fast-check';
import { resourceTypes } from './index.ts';
import { namespaces } from './namespaces.ts';
import type { MessageCodec } from './spec/index.ts';

type Init = MessageInitShape<DescMessage>;

/** Messages with something in every field, as any node could send them. */
function messageArbitrary(description: DescMessage): fc.Arbitrary<Init> {
	const special = specials[description.typeName];
	if (special !== undefined) return special;
	const fields = description.fields.map((field) => [field.localName, fieldArbitrary(field)] as const);
	return fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map((values) => create(description, values));
}

function fieldArbitrary(field: DescField): fc.Arbitrary<unknown> {
	if (field.fieldKind === 'list') return fc.array(itemArbitrary(field), { maxLength: 2 });
	if (field.fieldKind === 'map') return fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), itemArbitrary(field), { maxKeys: 2 });
	return itemArbitrary(field);
}

function itemArbitrary(field: DescField): fc.Arbitrary<unknown> {
	if (field.message !== undefined) return messageArbitrary(field.message);
	if (field.enum !== undefined) return fc.constantFrom(...field.enum.values.map(({ number }) => number));
	return scalars[field.scalar ?? ScalarType.STRING] ?? fc.string();
}

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const ip = fc.oneof(bytes(4), bytes(16));
const wide = fc.bigInt({ min: 0n, max: 1n << 53n });
const time = fc.record({ seconds: fc.bigInt({ min: 0n, max: 4_000_000_000n }), nanos: fc.nat(999_999_999) });

const scalars: Partial<Record<ScalarType, fc.Arbitrary<unknown>>> = {
	[ScalarType.BOOL]: fc.boolean(),
	[ScalarType.BYTES]: fc.uint8Array({ maxLength: 4 }),
	[ScalarType.DOUBLE]: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
	[ScalarType.INT32]: fc.nat(),
	[ScalarType.INT64]: wide,
	[ScalarType.UINT32]: fc.nat(),
	[ScalarType.UINT64]: wide,
};

const specials: Readonly<Record<string, fc.Arbitrary<Init>>> = {
	'common.NetIP': fc.record({ ip }),
	'common.NetIPPort': fc.record({ ip, port: fc.nat(65_535) }),
	'common.NetIPPrefix': ip.chain((address) => fc.record({ ip: fc.constant(address), prefixLength: fc.nat(address.length * 8) })),
	'common.URL': fc.record({ fullPath: fc.constantFrom('https://10.5.0.2:6443/', 'tcp://a:1', '') }),
	'google.api.expr.v1alpha1.CheckedExpr': fc.constant({}),
	'google.protobuf.Duration': time,
	'google.protobuf.Timestamp': time,
	'google.protobuf.Struct': fc.constant<JsonObject>({ a: [1, 'b', true, null], c: { d: 1.5 } }),
};

describe('every type of resource', () => {
	for (const { type, namespace, codec, ...rest } of resourceTypes) {
		test(type, () => {
			assert.ok(namespaces[namespace] !== undefined || namespace === type, `the namespace ${namespace} is published`);
			definitionOf({ type, namespace, ...rest });
			if (!('message' in codec)) {
				// upstream has no message for it either
				assert.deepEqual(codec.encode(codec.decode(new Uint8Array())), new Uint8Array());
				return;
			}
			const { message, ...spec } = codec as MessageCodec<unknown>;
			fc.assert(
				fc.property(messageArbitrary(message), (sent) => {
					const read = spec.decode(toBinary(message, create(message, sent)));
					assert.deepEqual(spec.decode(spec.encode(read)), read);
					// what people see is plain data: printing it loses nothing but what is not there
					const view = spec.view(read);
					assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
				}),
				{ numRuns: 50 },
			);
			const empty = spec.decode(new Uint8Array());
			assert.deepEqual(spec.decode(spec.encode(empty)), empty);
		});
	}
});
