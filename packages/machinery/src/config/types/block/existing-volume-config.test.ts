import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { existingVolumeConfig } from './existing-volume-config.ts';

const judge = rulesOf(existingVolumeConfig);

const discovery = { volumeSelector: { match: 'volume.label == "DATA"' } };

test('an existing volume is found by a selector over volumes and disks', () => {
	assert.deepEqual(judge({ name: 'data', discovery }).errors, []);
	assert.deepEqual(judge({ name: 'data' }).errors, ['volume selector is required']);
	assert.match(
		judge({ name: 'data', discovery: { volumeSelector: { match: 'system_disk' } } }).errors[0] ?? '',
		/undeclared reference to 'system_disk'/,
	);
});

test('the name of an existing volume may be long but not odd', () => {
	assert.deepEqual(judge({ name: 'x'.repeat(100), discovery }).errors, []);
	assert.deepEqual(judge({ discovery }).errors, ['name is required']);
	assert.deepEqual(judge({ name: 'my data', discovery }).errors, [
		'name can only contain lowercase and uppercase ASCII letters, digits, and hyphens',
	]);
});

test('maintenance of an existing volume has sensible intervals', () => {
	const document = { name: 'data', discovery, trim: { interval: '-1s' }, scrub: { interval: '9s' } };
	assert.deepEqual(judge(document).errors, ['trim interval cannot be negative', 'scrub interval: minimum value is 10s']);
});
