import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { staticHostConfig } from './static-host-config.ts';

const judge = rulesOf(staticHostConfig);

test('names are given to an address', () => {
	assert.deepEqual(judge({ name: '192.0.2.1', hostnames: ['example.com'] }).errors, []);
	assert.deepEqual(judge({}).errors, ['name is required', 'name must be a valid IP address', 'at least one hostname is required']);
});
