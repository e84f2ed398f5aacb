import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeAuthorizerConfig } from './kube-authorizer-config.ts';

const judge = rulesOf(kubeAuthorizerConfig);
const conflicts = conflictsOf(kubeAuthorizerConfig);

test('an authorizer is of a known type', () => {
	assert.deepEqual(judge({ name: 'node', type: 'Node' }), { errors: [], warnings: [] });
	assert.deepEqual(judge({}).errors, [
		'authorizer name is required',
		'authorizer type is required',
		'authorizer type  is not allowed, allowed types are [Node RBAC Webhook]',
	]);
});

test('a webhook is for the type of that name', () => {
	assert.deepEqual(judge({ name: 'hook', type: 'Webhook', webhook: { timeout: '3s' } }), { errors: [], warnings: [] });
	assert.deepEqual(judge({ name: 'hook', type: 'Webhook' }).errors, [
		'authorizer webhook configuration is required for Webhook authorizer type',
	]);
	assert.deepEqual(judge({ name: 'node', type: 'Node', webhook: { timeout: '3s' } }).warnings, [
		'authorizer webhook configuration is not allowed non-Webhook authorizer types',
	]);
});

test('as upstream, admission plugins of the root document are refused, and its authorizers are not', () => {
	assert.deepEqual(conflicts({}, { cluster: { apiServer: { authorizationConfig: [{ type: 'Node', name: 'node' }] } } }), []);
	assert.deepEqual(conflicts({}, { cluster: { apiServer: { admissionControl: [{}] } } }), [
		'admission control plugin config is already set in v1alpha1 config',
	]);
});
