import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { kubeExternalManifestConfig } from './kube-external-manifest-config.ts';

const judge = rulesOf(kubeExternalManifestConfig);

test('a manifest is downloaded, under a name of Kubernetes', () => {
	assert.deepEqual(judge({ name: 'my-manifest', url: 'https://example.com/manifest.yaml' }).errors, []);
	assert.deepEqual(judge({}).errors, ['manifest name is required', 'manifest URL is required']);
	assert.deepEqual(judge({ name: 'My', url: 'ftp://example.com' }).errors, [
		`manifest name is invalid: domain doesn't match required format: "My"`,
		'manifest URL scheme must be http or https: "ftp"',
	]);
});
