import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeTalosAPIAccessConfig } from './kube-talos-api-access-config.ts';

const judge = rulesOf(kubeTalosAPIAccessConfig);
const conflicts = conflictsOf(kubeTalosAPIAccessConfig);

test('pods get roles that there are', () => {
	assert.deepEqual(judge({ allowedRoles: ['os:reader'] }).errors, []);
	assert.deepEqual(judge({ allowedRoles: ['os:reader', 'reader'] }).errors, ['invalid role "reader" in .allowedRoles']);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { machine: { features: {} } }), []);
	assert.deepEqual(conflicts({}, { machine: { features: { kubernetesTalosAPIAccess: { enabled: false } } } }), [
		'.machine.features.kubernetesTalosAPIAccess is already set in v1alpha1 config',
	]);
});
