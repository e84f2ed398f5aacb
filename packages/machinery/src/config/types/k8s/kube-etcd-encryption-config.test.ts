import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeEtcdEncryptionConfig } from './kube-etcd-encryption-config.ts';

const judge = rulesOf(kubeEtcdEncryptionConfig);
const conflicts = conflictsOf(kubeEtcdEncryptionConfig);

test('the configuration is not empty', () => {
	assert.deepEqual(judge({ config: { resources: [] } }).errors, []);
	assert.deepEqual(judge({ config: {} }).errors, ['etcd encryption config is required']);
});

test('every secret is redacted, however deep', () => {
	const config = {
		resources: [{ providers: [{ secretbox: { keys: [{ name: 'key1', secret: 'c2VjcmV0' }] } }, { identity: {} }] }],
		secret: { a: 1 },
	};
	const redacted = kubeEtcdEncryptionConfig.redact?.({ config }, '******');
	assert.equal(
		JSON.stringify(redacted),
		'{"config":{"resources":[{"providers":[{"secretbox":{"keys":[{"name":"key1","secret":"******"}]}},{"identity":{}}]}],"secret":"******"}}',
	);
	assert.equal(config.resources[0]?.providers[0]?.secretbox?.keys[0]?.secret, 'c2VjcmV0');
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: { secretboxEncryptionSecret: '' } }), []);
	assert.deepEqual(conflicts({}, { cluster: { secretboxEncryptionSecret: 'x' } }), [
		'etcd encryption config is already set in v1alpha1 config',
	]);
	assert.deepEqual(conflicts({}, { cluster: { aescbcEncryptionSecret: 'x' } }), [
		'etcd encryption config is already set in v1alpha1 config',
	]);
});
