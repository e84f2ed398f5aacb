import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { clusterImages } from '@ichor/machinery/versions';
import { Cache } from './cache.ts';
import { namedImageReference } from './image.ts';
import { kubernetesImages, kubernetesVersions } from './kubernetes.ts';
import { Lock } from './lock.ts';
import type { BuildPlace } from './source.ts';

describe('the images of Kubernetes', () => {
	test('have the references that a cluster asks for', async () => {
		const { kubeNetworkPolicies, ...asked } = clusterImages();
		assert.match(kubeNetworkPolicies, /^registry\.k8s\.io\/networking\/kube-network-policies:v/);
		assert.deepEqual(await references(await checkedOut()), Object.values(asked).toSorted());
	});

	test('have them at another release of Kubernetes too', async () => {
		const { kubeNetworkPolicies: _, ...asked } = clusterImages({ kubernetes: 'v1.35.4' });
		const place = { ...(await checkedOut()), versions: kubernetesVersions('1.35.4') };
		assert.deepEqual(await references(place), Object.values(asked).toSorted());
	});
});

async function references(place: BuildPlace): Promise<readonly string[]> {
	return (await Promise.all([...kubernetesImages, 'etcd'].map((name) => namedImageReference(name, place)))).toSorted();
}

async function checkedOut(): Promise<BuildPlace> {
	const checkout = join(import.meta.dirname, '../../..');
	return { checkout, cache: new Cache('/nonexistent'), lock: await Lock.read(join(checkout, 'os')) };
}
