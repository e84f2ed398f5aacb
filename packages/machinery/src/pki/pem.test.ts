import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { decodePem, encodePem } from './pem.ts';

test('a block survives, whatever stands around it', () => {
	const around = fc.string().filter((text) => !text.includes('-----'));
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), around, around, (bytes, before, after) => {
			const block = decodePem(`${before}\n${encodePem('CERTIFICATE', bytes)}${after}`);
			assert.equal(block?.label, 'CERTIFICATE');
			assert.deepEqual([...(block?.bytes ?? [])], [...bytes]);
		}),
	);
});

test('lines hold 64 characters and the text ends with a newline', () => {
	const lines = encodePem('X', new Uint8Array(100)).split('\n');
	assert.deepEqual(
		lines.map((line) => line.length),
		[17, 64, 64, 8, 15, 0],
	);
});

test('headers, carriage returns and indentation are skipped', () => {
	const text =
		'-----BEGIN RSA PRIVATE KEY-----\r\nProc-Type: 4,ENCRYPTED\r\nDEK-Info: x\r\n\r\n  AAEC\r\n-----END RSA PRIVATE KEY-----\r\n';
	assert.deepEqual([...(decodePem(text)?.bytes ?? [])], [0, 1, 2]);
});

test('a broken block is passed over for the next one', () => {
	const good = encodePem('GOOD', Uint8Array.of(1));
	for (const broken of [
		'-----BEGIN BAD-----\n???\n-----END BAD-----\n',
		'-----BEGIN BAD-----\nAAEC\n-----END OTHER-----\n',
		'-----BEGIN BAD-----\nAAEC\n',
	]) {
		assert.equal(decodePem(broken), undefined);
		assert.equal(decodePem(broken + good)?.label, 'GOOD');
	}
});

test('base64 is read strictly', () => {
	fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual([...(decodeBase64(encodeBase64(bytes)) ?? [])], [...bytes])));
	assert.deepEqual([...(decodeBase64('AA\r\nEC') ?? [])], [0, 1, 2]);
	for (const text of ['AAE', 'AAE==', 'AA EC', 'AA-_', '=AAA', 'AAEC=', 'äAAA']) assert.equal(decodeBase64(text), undefined);
});
