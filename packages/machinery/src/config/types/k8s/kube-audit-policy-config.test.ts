import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf } from '../../../../test/rules.ts';
import { kubeAuditPolicyConfig } from './kube-audit-policy-config.ts';

const conflicts = conflictsOf(kubeAuditPolicyConfig);

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: { apiServer: { auditPolicy: {} } } }), []);
	assert.deepEqual(conflicts({}, { cluster: { apiServer: { auditPolicy: { kind: 'Policy' } } } }), [
		'audit policy config is already set in v1alpha1 config',
	]);
});
