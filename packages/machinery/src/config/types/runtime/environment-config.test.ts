import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { environmentConfig } from './environment-config.ts';

const judge = rulesOf(environmentConfig);

test('variables have POSIX names', () => {
	assert.deepEqual(judge({ variables: { https_proxy: 'x', _A1: '' } }).errors, []);
	assert.deepEqual(judge({ variables: { '1A': 'x', '': 'y', 'a-b': 'z' } }).errors, [
		'invalid environment variable name: "1A"',
		'invalid environment variable name: ""',
		'invalid environment variable name: "a-b"',
	]);
});
