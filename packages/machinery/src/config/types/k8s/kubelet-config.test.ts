import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeletConfig } from './kubelet-config.ts';

const judge = rulesOf(kubeletConfig);
const conflicts = conflictsOf(kubeletConfig);

test('fields that Talos sets are left alone', () => {
	assert.deepEqual(judge({ image: 'x', config: { serverTLSBootstrap: true } }).errors, []);
	assert.deepEqual(judge({ image: 'x', config: { seccompDefault: true, kind: 'KubeletConfiguration', port: null } }).errors, [
		`kubelet configuration field "kind" can't be overridden`,
		`kubelet configuration field "port" can't be overridden`,
		`kubelet configuration field "seccompDefault" can't be overridden`,
	]);
	assert.deepEqual(judge({}).errors, ['kubelet image cannot be empty']);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { machine: {} }), []);
	assert.deepEqual(conflicts({}, { machine: { kubelet: {} } }), ['kubelet config is already set in v1alpha1 config (.machine.kubelet)']);
});
