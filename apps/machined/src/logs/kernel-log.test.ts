import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRecord } from './kernel-log.ts';

test('a record becomes a line', () => {
	const booted = Date.parse('2026-11-21T08:00:00.000Z');
	assert.equal(
		formatRecord('6,339,5140900,-;NET: Registered\n SUBSYSTEM=net\n', booted),
		'kern: info: [2026-11-21T08:00:05.140900000Z]: NET: Registered\n',
	);
	assert.equal(formatRecord('30,1,0,-,caller=T1;x', booted), 'daemon: info: [2026-11-21T08:00:00.000000000Z]: x\n');
	assert.equal(formatRecord('garbage', booted), undefined);
});
