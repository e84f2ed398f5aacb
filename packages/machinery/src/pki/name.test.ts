import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { type Bytes, directoryString, objectIdentifier, sequence, setOf } from './der.ts';
import { type DistinguishedName, decodeName, encodeName } from './name.ts';

const values = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 });

test('a name survives, its values sorted as a set', () => {
	fc.assert(
		fc.property(
			fc.record({ country: values, organization: values, commonName: values.map((all) => all.slice(0, 1)) }, { requiredKeys: [] }),
			(name) => {
				const read = decodeName(encodeName(name));
				assert.deepEqual(sorted(read), sorted(name));
				assert.deepEqual(encodeName(read), encodeName(name));
			},
		),
	);
});

test('the attributes are written in one order, whatever the order in which they were read', () => {
	const attribute = (type: string, value: string): Bytes => setOf(sequence(objectIdentifier(type), directoryString(value)));
	const given = sequence(
		attribute('2.5.4.3', 'n1'),
		attribute('2.5.4.10', 'b'),
		attribute('1.2.840.113549.1.9.1', 'e@x'),
		attribute('2.5.4.10', 'a'),
		attribute('2.5.4.3', 'n2'),
	);
	assert.deepEqual(decodeName(given), { commonName: ['n2'], organization: ['b', 'a'] });
	assert.deepEqual(decodeName(encodeName(decodeName(given))), { organization: ['a', 'b'], commonName: ['n2'] });
});

test('an empty name is an empty sequence', () => {
	assert.deepEqual([...encodeName({})], [0x30, 0]);
	assert.deepEqual([...encodeName({ organization: [] })], [0x30, 0]);
});

function sorted(name: DistinguishedName): DistinguishedName {
	return Object.fromEntries(Object.entries(name).map(([attribute, all]) => [attribute, [...all].sort()]));
}
