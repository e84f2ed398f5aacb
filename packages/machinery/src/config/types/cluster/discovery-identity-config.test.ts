import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { discoveryIdentityConfig } from './discovery-identity-config.ts';

const judge = rulesOf(discoveryIdentityConfig);

const clusterSecret = btoa('0123456789abcdef0123456789abcdef');

test('identity is an id and a secret of 32 bytes', () => {
	assert.deepEqual(judge({ clusterID: 'any', clusterSecret }).errors, []);
	assert.deepEqual(judge({ clusterSecret }).errors, ['clusterID is required']);
	assert.deepEqual(judge({ clusterID: 'any' }).errors, ['clusterSecret is required']);
});

test('a wrong secret is not repeated', () => {
	for (const secret of [btoa('short'), 'not base64!']) {
		const [error = ''] = judge({ clusterID: 'any', clusterSecret: secret }).errors;
		assert.match(error, /^invalid clusterSecret: /);
		assert.doesNotMatch(error, new RegExp(secret.slice(0, 6)));
	}
});

test('the cluster has one identity', () => {
	const conflicts = conflictsOf(discoveryIdentityConfig);
	const message = 'cluster identity is already configured in .cluster.id/.cluster.secret of the v1alpha1 config';
	assert.deepEqual(conflicts({}, { cluster: { id: 'x' } }), [message]);
	assert.deepEqual(conflicts({}, { cluster: { secret: 'x' } }), [message]);
	assert.deepEqual(conflicts({}, { cluster: { id: '' } }), []);
	assert.deepEqual(conflicts({}, {}), []);
});
