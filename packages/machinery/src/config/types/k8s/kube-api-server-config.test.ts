import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { kubeAPIServerConfig } from './kube-api-server-config.ts';

const judge = rulesOf(kubeAPIServerConfig);
const conflicts = conflictsOf(kubeAPIServerConfig);

const image = 'registry.k8s.io/kube-apiserver:v1.37.0';

test('arguments that have documents of their own are refused', () => {
	assert.deepEqual(judge({ image, extraArgs: { 'feature-gates': 'AllBeta=true' } }).errors, []);
	assert.deepEqual(
		judge({ image, extraArgs: { 'oidc-issuer-url': 'x', 'authorization-webhook-version': 'v1', 'anonymous-auth': 'x' } }).errors,
		[
			'kube-apiserver extra argument "anonymous-auth" is not allowed: use KubeAuthenticationConfig',
			'kube-apiserver extra argument "authorization-webhook-version" is not allowed: use KubeAuthorizationConfig',
			'kube-apiserver extra argument "oidc-issuer-url" is not allowed: use KubeAuthenticationConfig',
		],
	);
});

test('on the node, the image has a version that goes with Talos', () => {
	const onNode = rulesOf(kubeAPIServerConfig, { local: false, talosVersion: 'v1.14.0' });
	assert.deepEqual(onNode({ image }).errors, []);
	assert.deepEqual(onNode({ image: 'kube-apiserver:v1.31.9' }).errors, [
		'kube-apiserver image is not valid: version of Kubernetes 1.31.9 is too old to be used with Talos 1.14.0',
	]);
	assert.deepEqual(onNode({ image: 'kube-apiserver' }).errors, [
		'kube-apiserver image is not valid: failed to parse Kubernetes version from image reference "kube-apiserver": ' +
			'invalid image reference: "kube-apiserver"',
	]);
	assert.deepEqual(judge({ image: 'kube-apiserver:v1.31.9' }).errors, []);
});

test('an image and known resources', () => {
	assert.deepEqual(judge({ resources: { requests: { cpu: 1, memory: '1Gi' }, limits: { gpu: 1 } } }).errors, [
		'kube-apiserver image cannot be empty',
		'unsupported pod resource "gpu"',
	]);
});

test('the root document says nothing about it', () => {
	assert.deepEqual(conflicts({}, { cluster: { controlPlane: { localAPIServerPort: 0 } } }), []);
	assert.deepEqual(conflicts({}, { cluster: { apiServer: {} } }), [
		'kube-apiserver config is already set in v1alpha1 config (.cluster.apiServer)',
	]);
	assert.deepEqual(conflicts({}, { cluster: { controlPlane: { localAPIServerPort: 8443 } } }), [
		'kube-apiserver API port is already set in v1alpha1 config (.cluster.controlPlane.localAPIServerPort)',
	]);
});
