import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf } from '../../../../test/rules.ts';
import { kubeCredentialProviderConfig } from './kube-credential-provider-config.ts';

const conflicts = conflictsOf(kubeCredentialProviderConfig);

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { machine: {} }), []);
	assert.deepEqual(conflicts({}, { machine: { kubelet: {} } }), [
		'cannot use KubeCredentialProviderConfig with legacy kubelet configuration (.machine.kubelet)',
	]);
});
