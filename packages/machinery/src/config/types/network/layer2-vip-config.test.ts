import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { layer2VIPConfig } from './layer2-vip-config.ts';

const judge = rulesOf(layer2VIPConfig);

test('the name of a shared address is the address, and it lives on a link', () => {
	assert.deepEqual(judge({ name: '192.0.2.1', link: 'eth0' }).errors, []);
	assert.deepEqual(judge({ name: 'vip', link: 'eth0' }).errors, ['name must be a valid IP address: ParseAddr("vip"): unable to parse IP']);
	assert.deepEqual(judge({}).errors, ['name must be specified', 'link must be specified']);
});
