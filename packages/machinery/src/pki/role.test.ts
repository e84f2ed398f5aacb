import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRoles } from './role.ts';

test('roles are trimmed, sorted and told apart from unknown ones', () => {
	assert.deepEqual(parseRoles(['os:reader', ' os:admin', 'os:future', 'os:reader', '', ' ']), {
		roles: ['os:admin', 'os:future', 'os:reader'],
		unknown: ['os:future'],
	});
});
