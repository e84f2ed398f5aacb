import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { credentialProvider, kubelet, kubernetesNode } from './kubelet.ts';

test('the kubelet runs where there is a machine', () => {
	assert.match(kubelet(configOf({ v1alpha1: { machine: {} } }))?.image ?? '', /^ghcr\.io\/siderolabs\/kubelet:v1\./);
	assert.equal(kubelet(configOf({ v1alpha1: {} })), undefined);
	const document = kubelet(configOf({ KubeletConfig: { image: 'x', config: { a: 1 } } }));
	assert.deepEqual([document?.image, document?.extraConfig, document?.disableManifestsDirectory], ['x', { a: 1 }, true]);
});

test('credentials of the root document are those of its kubelet', () => {
	assert.deepEqual(credentialProvider(configOf({ v1alpha1: { machine: { kubelet: {} } } })), {});
	assert.equal(credentialProvider(configOf({ v1alpha1: { machine: {} } })), undefined);
	assert.deepEqual(credentialProvider(configOf({ KubeCredentialProviderConfig: { configuration: { a: 1 } } })), { a: 1 });
});

test('a control plane node is marked by the root document, and kept free unless pods may run there', () => {
	const key = 'node-role.kubernetes.io/control-plane';
	const node = (cluster: object) =>
		kubernetesNode(configOf({ v1alpha1: { machine: { type: 'controlplane', nodeLabels: { a: 'b' } }, cluster } }));
	assert.deepEqual(
		node({})?.labels,
		new Map([
			['a', 'b'],
			[key, ''],
		]),
	);
	assert.deepEqual(node({})?.taints, new Map([[key, 'NoSchedule']]));
	assert.deepEqual(node({ allowSchedulingOnMasters: true })?.taints, new Map());
	assert.deepEqual(node({ allowSchedulingOnMasters: true, allowSchedulingOnControlPlanes: false })?.taints.size, 1);
	const worker = kubernetesNode(configOf({ v1alpha1: { machine: { type: 'worker' } } }));
	assert.deepEqual([worker?.labels.size, worker?.taints.size], [0, 0]);
});

test('a document marks nothing by itself', () => {
	const config = configOf({
		v1alpha1: { machine: { type: 'controlplane' } },
		KubeNodeConfig: { labels: { a: 'b' }, taints: { c: 'NoExecute' } },
	});
	assert.deepEqual(kubernetesNode(config)?.labels, new Map([['a', 'b']]));
	assert.deepEqual(kubernetesNode(config)?.taints, new Map([['c', 'NoExecute']]));
	assert.equal(kubernetesNode(configOf({ v1alpha1: {} })), undefined);
});
