import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PodContainer } from '@ichor/containerd';
import { podWaves } from './pod-waves.ts';

const one = (pod: string, display: string, more: Partial<PodContainer> = {}): PodContainer => ({
	display,
	pod,
	name: display,
	id: display,
	uid: '',
	image: '',
	pid: 7,
	status: '',
	networkNamespace: '',
	logPath: '',
	...more,
});
const pod = (name: string, networkNamespace = '', pid = 7) => [
	one(`kube-system/${name}`, `kube-system/${name}`, { networkNamespace }),
	one(`kube-system/${name}`, `kube-system/${name}:main:0`, { pid }),
];

test('pods end before the network that they use, static ones after all others, the API server last', () => {
	const listed = ['kube-apiserver-cp-1', 'kube-flannel-x', 'kube-scheduler-cp-1']
		.flatMap((name) => pod(name))
		.concat(pod('coredns-x', 'cni-1'));
	const waves = podWaves(listed, ['kube-system/kube-apiserver-cp-1', 'kube-system/kube-scheduler-cp-1']);
	assert.deepEqual(
		waves.map(({ pods, grace }) => [pods.map(({ sandbox }) => sandbox.pod).join(), grace]),
		[
			['kube-system/coredns-x', 20],
			['kube-system/kube-flannel-x', 5],
			['kube-system/kube-scheduler-cp-1', 10],
			['kube-system/kube-apiserver-cp-1', 10],
		],
	);
	assert.deepEqual(
		waves[0]?.pods[0]?.containers.map(({ display }) => display),
		['kube-system/coredns-x:main:0'],
	);
});

test('containers that do not run are not told to end; their pods are', () => {
	const [wave] = podWaves(pod('job-x', 'cni-1', 0), []);
	assert.deepEqual(wave?.pods[0]?.containers, []);
	assert.deepEqual(podWaves([], []), []);
});
