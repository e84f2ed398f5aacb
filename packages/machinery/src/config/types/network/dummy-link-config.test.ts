import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { dummyLinkConfig } from './dummy-link-config.ts';

const judge = rulesOf(dummyLinkConfig);

test('a dummy link needs a name, and follows the rules of every link', () => {
	assert.deepEqual(judge({ name: 'dummy0', addresses: [{ address: '192.0.2.1/32' }] }).errors, []);
	assert.deepEqual(judge({ addresses: [{}] }).errors, ['name must be specified', 'address 0 must be specified']);
});
