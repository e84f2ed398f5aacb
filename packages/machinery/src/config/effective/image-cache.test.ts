import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { imageCache } from './image-cache.ts';

test('the document decides, then the root document', () => {
	const legacy = { v1alpha1: { machine: { features: { imageCache: { localEnabled: true } } } } };
	assert.deepEqual(imageCache(configOf(legacy)), { localEnabled: true });
	assert.deepEqual(imageCache(configOf({ ...legacy, ImageCacheConfig: {} })), { localEnabled: false });
	assert.equal(imageCache(configOf({ v1alpha1: {} })), undefined);
});
