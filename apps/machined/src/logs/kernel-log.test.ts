import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRecord, parseRecord } from './kernel-log.ts';

test('a record becomes a line', () => {
	const booted = Date.parse('2026-11-21T08:00:00.000Z');
	const record = parseRecord('6,339,5140900,-;NET: Registered\n SUBSYSTEM=net\n', booted);
	assert.ok(record);
	assert.equal(formatRecord(record), 'kern: info: [2026-11-21T08:00:05.140900000Z]: NET: Registered\n');
	assert.deepEqual(parseRecord('30,1,0,-,caller=T1;x', booted), {
		facility: 'daemon',
		level: 'info',
		sequence: 1,
		clock: 0,
		time: '2026-11-21T08:00:00.000000000Z',
		text: 'x',
	});
	assert.equal(parseRecord('garbage', booted), undefined);
});
