import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { lvmLogicalVolumeConfig } from './lvm-logical-volume-config.ts';

const judge = rulesOf(lvmLogicalVolumeConfig);

const provisioning = { volumeGroup: 'vg', maxSize: '10GiB' };

test('a logical volume has a name, a group and a size', () => {
	assert.deepEqual(judge({ name: 'lv_1', provisioning }).errors, []);
	assert.deepEqual(judge({}).errors, [
		'name is required',
		'name must be between 1 and 63 characters long',
		'provisioning.volumeGroup is required',
		'provisioning.maxSize is required',
	]);
	assert.deepEqual(judge({ name: 'a.b', provisioning }).errors, ['name can only contain ASCII letters, digits, hyphens and underscores']);
});

test('mirrors and stripes are for the types that have them', () => {
	assert.deepEqual(judge({ name: 'lv', type: 'raid10', mirrors: 1, stripes: 2, provisioning }).errors, []);
	assert.deepEqual(judge({ name: 'lv', mirrors: 1, stripes: 2, provisioning }).errors, [
		'mirrors is only valid for raid1/raid10, not linear',
		'stripes is only valid for raid0/raid10, not linear',
	]);
	assert.deepEqual(judge({ name: 'lv', type: 'raid10', mirrors: 0, stripes: 1, provisioning }).errors, [
		'mirrors must be at least 1',
		'stripes must be at least 2',
	]);
});

test('sizes are positive and fit each other', () => {
	const sizes = (minSize: string, maxSize: string) => judge({ name: 'lv', provisioning: { ...provisioning, minSize, maxSize } }).errors;
	assert.deepEqual(sizes('1GiB', '80%'), []);
	assert.deepEqual(sizes('1GiB', '1MiB'), ['provisioning.minSize must not exceed provisioning.maxSize']);
	assert.deepEqual(sizes('', '-1GiB'), ['provisioning.maxSize must not be negative']);
});
