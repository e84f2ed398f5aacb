import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { vrfConfig } from './vrf-config.ts';

const judge = rulesOf(vrfConfig);

test('a VRF has a table of its own', () => {
	assert.deepEqual(judge({ name: 'vrf-blue', table: '10' }).errors, []);
	assert.deepEqual(judge({ name: 'vrf-blue', table: 'main' }).errors, ['cannot create vrf with reserved table main']);
	assert.deepEqual(judge({}).errors, ['name must be specified', 'cannot create vrf with reserved table unspec']);
});
