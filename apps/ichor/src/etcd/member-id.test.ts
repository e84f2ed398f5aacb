import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memberIdText, parseMemberId } from './member-id.ts';

test('ids are read as they are printed', () => {
	fc.assert(fc.property(fc.bigInt(0n, (1n << 64n) - 1n), (id) => parseMemberId(memberIdText(id)) === id));
	assert.equal(memberIdText(1n), '0000000000000001');
});

test('what is no id is refused as Go does', () => {
	const refusal = (text: string, reason: string) => ({
		message: `error parsing member ID: error parsing etcd member id: strconv.ParseUint: parsing "${text}": ${reason}`,
	});
	for (const text of ['nope', '', '-1', '0x1']) assert.throws(() => parseMemberId(text), refusal(text, 'invalid syntax'));
	assert.throws(() => parseMemberId('10000000000000000'), refusal('10000000000000000', 'value out of range'));
});
