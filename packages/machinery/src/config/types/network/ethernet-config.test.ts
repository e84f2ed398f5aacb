import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { ethernetConfig } from './ethernet-config.ts';

const judge = rulesOf(ethernetConfig);

test('the adapter has a name', () => {
	assert.deepEqual(judge({ name: 'enp0s2', features: { 'tx-tcp-segmentation': false } }).errors, []);
	assert.deepEqual(judge({}).errors, ['name is required']);
});
