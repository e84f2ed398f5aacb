import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { kubeInlineManifestConfig } from './kube-inline-manifest-config.ts';

const judge = rulesOf(kubeInlineManifestConfig);

test('a manifest has a name of Kubernetes', () => {
	assert.deepEqual(judge({ name: 'namespace-ci' }).errors, []);
	assert.deepEqual(judge({}).errors, ['manifest name is required']);
	assert.deepEqual(judge({ name: 'a_b' }).errors, [`manifest name is invalid: domain doesn't match required format: "a_b"`]);
});
