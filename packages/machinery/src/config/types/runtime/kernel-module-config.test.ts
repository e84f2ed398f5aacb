import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { kernelModuleConfig } from './kernel-module-config.ts';

const judge = rulesOf(kernelModuleConfig);

test('a module has a name', () => {
	assert.deepEqual(judge({ name: 'btrfs' }).errors, []);
	assert.deepEqual(judge({}).errors, ['name is required']);
});
