import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageTag, kubeletSuffix } from './image-tag.ts';

test('a tag is what stands behind the last colon, but for a digest and a port', () => {
	assert.equal(imageTag('registry.k8s.io/kube-apiserver:v1.36.3'), 'v1.36.3');
	assert.equal(imageTag('10.5.0.1:5000/kube-apiserver:v1.36.3@sha256:00'), 'v1.36.3');
	assert.equal(imageTag('10.5.0.1:5000/kube-apiserver'), '');
	assert.equal(kubeletSuffix('ghcr.io/siderolabs/kubelet:v1.36.3-slim'), '-slim');
	assert.equal(kubeletSuffix('ghcr.io/siderolabs/kubelet:v1.36.3'), '');
});
