import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { kubeStaticPodConfig } from './kube-static-pod-config.ts';

const judge = rulesOf(kubeStaticPodConfig);

test('a static pod has a name and says what to run', () => {
	assert.deepEqual(judge({ name: 'nginx', pod: { kind: 'Pod' } }).errors, []);
	assert.deepEqual(judge({}).errors, ['static pod name is required', 'static pod spec is required']);
	assert.deepEqual(judge({ name: '-', pod: {} }).errors, [
		`static pod name is invalid: domain doesn't match required format: "-"`,
		'static pod spec is required',
	]);
});
