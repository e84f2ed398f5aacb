import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { hcloudVIPConfig } from './hcloud-vip-config.ts';

const judge = rulesOf(hcloudVIPConfig);

test('a shared address of Hetzner Cloud is moved with a token', () => {
	assert.deepEqual(judge({ name: '192.0.2.1', link: 'eth0', apiToken: 'token' }).errors, []);
	assert.deepEqual(judge({}).errors, ['name must be specified', 'link must be specified', 'apiToken must be specified']);
});
