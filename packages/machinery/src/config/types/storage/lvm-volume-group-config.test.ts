import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { lvmVolumeGroupConfig } from './lvm-volume-group-config.ts';

const judge = rulesOf(lvmVolumeGroupConfig);

const provisioning = { volumeSelector: { match: 'volume.partition_label.startsWith("r-")' } };

test('a volume group is made of the volumes that a selector takes', () => {
	assert.deepEqual(judge({ name: 'x_1', provisioning }).errors, []);
	assert.deepEqual(judge({ name: 'x'.repeat(64), provisioning: {} }).errors, [
		'name must be between 1 and 63 characters long',
		'provisioning.volumeSelector.match is required',
	]);
	assert.deepEqual(judge({ name: 'x', provisioning: { volumeSelector: { match: 'volume.size' } } }).errors, [
		'provisioning.volumeSelector.match: expression output type is uint, expected bool',
	]);
});
