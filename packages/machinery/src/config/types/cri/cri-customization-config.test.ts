import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { criCustomizationConfig } from './cri-customization-config.ts';

const judge = rulesOf(criCustomizationConfig);

test('the name is a qualified name, and not the one of the old file', () => {
	assert.deepEqual(judge({ name: 'example.com/metrics' }).errors, []);
	assert.deepEqual(judge({}).errors, ['invalid name: name cannot be empty: ""']);
	assert.deepEqual(judge({ name: 'a/b/c' }).errors, ['invalid name: invalid format: too many slashes: "a/b/c"']);
	assert.deepEqual(judge({ name: 'customization' }).errors, ['name "customization" is reserved for the legacy CRI customization']);
});
