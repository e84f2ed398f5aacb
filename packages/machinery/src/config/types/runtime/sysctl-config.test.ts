import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { sysctlConfig } from './sysctl-config.ts';

const judge = rulesOf(sysctlConfig);

test('a value has a key', () => {
	assert.deepEqual(judge({ params: { 'a.b': '1' } }).errors, []);
	assert.deepEqual(judge({ params: { '': '1' } }).errors, ['sysctl key cannot be empty']);
});
