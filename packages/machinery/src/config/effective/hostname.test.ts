import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { hostname } from './hostname.ts';

test('the document decides, then the root document', () => {
	const root = { machine: { network: { hostname: 'old' }, features: { stableHostname: true } } };
	assert.deepEqual(hostname(configOf({ v1alpha1: root, HostnameConfig: { hostname: 'new' } })), { hostname: 'new', auto: 'off' });
	assert.deepEqual(hostname(configOf({ v1alpha1: root })), { hostname: 'old', auto: 'stable' });
	assert.deepEqual(hostname(configOf({ v1alpha1: {} })), { hostname: '', auto: 'talos-addr' });
	assert.equal(hostname(configOf({})), undefined);
});
