import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { externalVolumeConfig } from './external-volume-config.ts';

const judge = rulesOf(externalVolumeConfig);

test('only virtiofs can be mounted from outside, by its tag', () => {
	assert.deepEqual(judge({ name: 'share', filesystemType: 'virtiofs', mount: { virtiofs: { tag: 'Data' } } }).errors, []);
	assert.deepEqual(judge({ name: 'share', filesystemType: 'virtiofs' }).errors, ['virtiofs mount spec is required']);
	assert.deepEqual(judge({ name: 'share', filesystemType: 'virtiofs', mount: { virtiofs: {} } }).errors, ['virtiofs tag is required']);
	assert.deepEqual(judge({ name: 'share' }).errors, ['invalid filesystem type: none']);
});

test('the name of an external volume fits a partition label', () => {
	assert.deepEqual(judge({ name: 'x'.repeat(35), filesystemType: 'virtiofs', mount: { virtiofs: { tag: 'a' } } }).errors, [
		'name must be between 1 and 34 characters long',
	]);
});
