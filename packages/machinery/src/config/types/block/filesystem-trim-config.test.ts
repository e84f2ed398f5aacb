import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { filesystemTrimConfig } from './filesystem-trim-config.ts';

const judge = rulesOf(filesystemTrimConfig);

test('the interval of trimming is not negative', () => {
	assert.deepEqual(judge({}).errors, []);
	assert.deepEqual(judge({ interval: '1ns' }).errors, []);
	assert.deepEqual(judge({ interval: '-1ns' }).errors, ['interval cannot be negative']);
});
