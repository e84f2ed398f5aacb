import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { encodeConfig } from '@ichor/machinery/config';
import { withImage } from './node-configuration.ts';

const encode = (config: Parameters<typeof encodeConfig>[0]): string => encodeConfig(config);
const root =
	'version: v1alpha1\nmachine:\n    type: controlplane\n    token: a\ncluster:\n    apiServer:\n        certSANs:\n            - 10.5.0.2\n';

describe('the image of a component', () => {
	test('stands in the root document, beside what is there', () => {
		const text = withImage(root, 'kube-apiserver', 'registry.k8s.io/kube-apiserver:v1.36.3', encode);
		assert.match(text, /apiServer:\n {8}image: registry\.k8s\.io\/kube-apiserver:v1\.36\.3\n {8}certSANs:\n {12}- 10\.5\.0\.2\n/);
		assert.match(withImage(root, 'kubelet', 'k:v2', encode), /kubelet:\n {8}image: k:v2\n/);
	});

	test('stands in the document of the component where there is one', () => {
		const document = 'apiVersion: v1alpha1\nkind: KubeSchedulerConfig\nimage: registry.k8s.io/kube-scheduler:v1.35.4\n';
		const text = withImage(`${root}---\n${document}`, 'kube-scheduler', 'registry.k8s.io/kube-scheduler:v1.36.3', encode);
		assert.match(text, /kind: KubeSchedulerConfig\nimage: registry\.k8s\.io\/kube-scheduler:v1\.36\.3\n/);
		assert.doesNotMatch(text, /scheduler:\n/);
	});
});
