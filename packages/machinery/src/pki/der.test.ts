import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
	type Bytes,
	bitString,
	der,
	derTag,
	directoryString,
	integer,
	namedBits,
	objectIdentifier,
	octetString,
	sequence,
	setOf,
	time,
} from './der.ts';
import { DerReader, DerSyntaxError, dottedObjectIdentifier, momentOf } from './der-reader.ts';

const bytes = fc.uint8Array({ maxLength: 400 }).map((values): Bytes => Uint8Array.from(values));

test('what is written is read back, at every length of length', () => {
	for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
		const content = new Uint8Array(length).fill(7);
		assert.deepEqual(DerReader.only(octetString(content), derTag.octetString).content, content);
	}
});

test('elements inside a sequence are read in order, and nothing is left', () => {
	fc.assert(
		fc.property(fc.array(bytes, { maxLength: 8 }), (contents) => {
			const reader = DerReader.sequence(sequence(...contents.map(octetString)));
			const read: Bytes[] = [];
			while (!reader.done) read.push(reader.next(derTag.octetString).content);
			assert.deepEqual(read, contents);
		}),
	);
});

test('an integer is positive and minimal for any bytes', () => {
	fc.assert(
		fc.property(bytes, (value) => {
			const { content } = DerReader.only(integer(value), derTag.integer);
			assert.equal(number(content), number(value));
			assert.ok((content[0] ?? 0) < 0x80);
			if (content.length > 1 && content[0] === 0) assert.ok((content[1] ?? 0) >= 0x80);
		}),
	);
});

test('object identifiers keep their dotted form', () => {
	const arc = fc.nat({ max: 2 ** 40 });
	fc.assert(
		fc.property(fc.tuple(fc.constantFrom(0, 1), fc.nat({ max: 39 }), fc.array(arc, { maxLength: 10 })), ([root, second, rest]) => {
			const dotted = [root, second, ...rest].join('.');
			assert.equal(dottedObjectIdentifier(DerReader.only(objectIdentifier(dotted), derTag.objectIdentifier).content), dotted);
		}),
	);
});

test('a set is in ascending order of its encodings', () => {
	assert.deepEqual(
		setOf(octetString(Uint8Array.of(2)), octetString(Uint8Array.of(1))),
		setOf(octetString(Uint8Array.of(1)), octetString(Uint8Array.of(2))),
	);
});

test('flags have no trailing zero bits', () => {
	assert.deepEqual([...namedBits([0])], [0x03, 0x02, 0x07, 0x80]);
	assert.deepEqual([...namedBits([0, 5])], [0x03, 0x02, 0x02, 0x84]);
	assert.deepEqual([...namedBits([8])], [0x03, 0x03, 0x07, 0x00, 0x80]);
});

test('text outside of the printable characters is UTF-8', () => {
	assert.equal(directoryString('os:admin')[0], derTag.printableString);
	for (const text of ['a@b', 'a*b', 'a&b', 'a_b', 'ö']) assert.equal(directoryString(text)[0], derTag.utf8String);
});

test('moments survive, in whole seconds, in both forms', () => {
	const range = { min: new Date('1900-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true };
	fc.assert(
		fc.property(fc.date(range), (moment) => {
			const read = momentOf(new DerReader(time(moment)).next());
			assert.equal(read.getTime(), Math.floor(moment.getTime() / 1000) * 1000);
		}),
	);
	assert.equal(time(new Date('2049-12-31T23:59:59Z'))[0], derTag.utcTime);
	assert.equal(time(new Date('2050-01-01T00:00:00Z'))[0], derTag.generalizedTime);
});

test('arbitrary bytes are read or refused, never anything else', () => {
	fc.assert(
		fc.property(bytes, (input) => {
			try {
				const reader = new DerReader(input);
				while (!reader.done) reader.next();
			} catch (error) {
				assert.ok(error instanceof DerSyntaxError);
			}
		}),
	);
});

test('lengths that are indefinite, too long or not minimal are refused', () => {
	for (const input of [
		[0x30, 0x80, 0, 0],
		[0x30, 0x81, 0x01, 0],
		[0x30, 0x82, 0, 0x80, ...zeros(128)],
		[0x30, 0x05, 0],
		[0x1f, 0x01, 0],
	]) {
		assert.throws(() => new DerReader(Uint8Array.from(input)).next(), DerSyntaxError);
	}
	assert.throws(() => DerReader.only(Uint8Array.from([...der(derTag.null), 0]), derTag.null), DerSyntaxError);
	assert.throws(() => DerReader.only(bitString(Uint8Array.of(1)), derTag.octetString), DerSyntaxError);
});

function number(digits: Bytes): bigint {
	return BigInt(`0x00${Buffer.from(digits).toString('hex')}`);
}

function zeros(length: number): Uint8Array {
	return new Uint8Array(length);
}
