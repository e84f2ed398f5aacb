import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { vlanConfig } from './vlan-config.ts';

const judge = rulesOf(vlanConfig);

const vlan = { name: 'eth0.34', vlanID: 34, parent: 'eth0' };

test('a VLAN has a number that switches know, on top of a link', () => {
	for (const vlanID of [1, 34, 4094]) assert.deepEqual(judge({ ...vlan, vlanID }).errors, []);
	for (const vlanID of [0, 4095]) {
		assert.deepEqual(judge({ ...vlan, vlanID }).errors, ['vlanID must be specified and between 1 and 4094']);
	}
	assert.deepEqual(judge({ name: 'eth0.34', vlanID: 34 }).errors, ['parent must be specified']);
});
