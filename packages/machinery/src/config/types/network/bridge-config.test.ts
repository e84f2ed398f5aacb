import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { bridgeConfig } from './bridge-config.ts';

const judge = rulesOf(bridgeConfig);

test('a bridge needs a name, and follows the rules of every link', () => {
	assert.deepEqual(judge({ name: 'br0', links: ['eth0'] }).errors, []);
	assert.deepEqual(judge({ routes: [{ gateway: '::' }] }).errors, ['name must be specified', 'route 0 gateway must be a valid IP address']);
});
