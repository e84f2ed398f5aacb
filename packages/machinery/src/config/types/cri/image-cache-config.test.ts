import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf } from '../../../../test/rules.ts';
import { imageCacheConfig } from './image-cache-config.ts';

test('the image cache is switched in one place only', () => {
	const conflicts = conflictsOf(imageCacheConfig);
	assert.deepEqual(conflicts({}, { machine: { features: { imageCache: {} } } }), ['image cache config is already set in v1alpha1 config']);
	assert.deepEqual(conflicts({}, { machine: { features: {} } }), []);
});
