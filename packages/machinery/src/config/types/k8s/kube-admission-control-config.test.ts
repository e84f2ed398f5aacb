import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeAdmissionControlConfig } from './kube-admission-control-config.ts';

const judge = rulesOf(kubeAdmissionControlConfig);
const conflicts = conflictsOf(kubeAdmissionControlConfig);

test('the name is the plugin', () => {
	assert.deepEqual(judge({ name: 'PodSecurity' }).errors, []);
	assert.deepEqual(judge({}).errors, ['admission control plugin name is required']);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: { apiServer: { admissionControl: [] } } }), []);
	assert.deepEqual(conflicts({}, { cluster: { apiServer: { admissionControl: [{ name: 'PodSecurity' }] } } }), [
		'admission control plugin config is already set in v1alpha1 config',
	]);
});
