import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeSchedulerConfig } from './kube-scheduler-config.ts';

const judge = rulesOf(kubeSchedulerConfig);
const conflicts = conflictsOf(kubeSchedulerConfig);

test('what runs has an image and known resources', () => {
	assert.deepEqual(judge({ image: 'x', resources: { limits: { cpu: 1 } } }).errors, []);
	assert.deepEqual(judge({ resources: { requests: { disk: 1 } } }).errors, [
		'scheduler image cannot be empty',
		'unsupported pod resource "disk"',
	]);
	assert.deepEqual(judge({ enabled: false, resources: { requests: { disk: 1 } } }).errors, []);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: {}, machine: { controlPlane: {} } }), []);
	assert.deepEqual(conflicts({}, { cluster: { scheduler: {} } }), [
		'kube-scheduler config is already set in v1alpha1 config (.cluster.scheduler)',
	]);
	assert.deepEqual(conflicts({}, { machine: { controlPlane: { scheduler: {} } } }), [
		'kube-scheduler config is already set in v1alpha1 config (.machine.controlplane.scheduler)',
	]);
});
