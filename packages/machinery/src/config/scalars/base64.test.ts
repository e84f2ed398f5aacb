import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base64Problem, canonicalBase64, canonicalBase64Key } from './base64.ts';

test('line breaks and bits behind the last byte do not count', () => {
	assert.equal(canonicalBase64('QU\nJD\r\n'), 'QUJD');
	assert.equal(canonicalBase64('QR=='), 'QQ==');
	assert.equal(canonicalBase64(''), '');
});

test('what is no base64 is refused, and not repeated', () => {
	for (const text of ['QUJ', 'Q===', 'QQ', 'QQ=', 'Q!JD', 'QUJD QUJD', '_-_-', '=QUJ']) {
		assert.throws(() => canonicalBase64(text), text);
		assert.doesNotMatch(base64Problem(text) ?? 'none', new RegExp(`none|${text.replaceAll(/\W/g, '\\$&')}`), text);
	}
	assert.equal(base64Problem('QUJD'), undefined);
});

test('a key that was taken out stays so', () => {
	assert.equal(canonicalBase64Key('******'), '******');
	assert.throws(() => canonicalBase64('******'));
});

test('all bytes are read from their base64', () => {
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => {
			const text = Buffer.from(bytes).toString('base64');
			assert.equal(canonicalBase64(text), text);
		}),
	);
});
