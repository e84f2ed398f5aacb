import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KubernetesObject } from './object.ts';
import { unreconciled } from './reconciliation.ts';

const object = (kind: string, status: object, more: object = {}): KubernetesObject => ({
	apiVersion: 'v1',
	kind,
	metadata: { name: 'x', generation: 2 },
	status,
	...more,
});

const pods = { desiredNumberScheduled: 3, currentNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3, numberReady: 3 };
const replicas = { replicas: 2, updatedReplicas: 2, availableReplicas: 2, readyReplicas: 2 };
const two = { spec: { replicas: 2 } };

const cases: readonly (readonly [KubernetesObject, string | undefined])[] = [
	[object('ConfigMap', {}), undefined],
	[object('DaemonSet', { ...pods, observedGeneration: 2 }), undefined],
	[object('DaemonSet', { ...pods, observedGeneration: 1 }), 'generation 2 has not been seen yet'],
	[object('DaemonSet', {}), 'it has not been seen yet'],
	[object('DaemonSet', { ...pods, observedGeneration: 2, updatedNumberScheduled: 1 }), '1 of 3 pods are updated'],
	[object('DaemonSet', { ...pods, observedGeneration: 2, numberReady: 0 }), '0 of 3 pods are ready'],
	[object('Deployment', { ...replicas, observedGeneration: 2 }, two), undefined],
	[object('Deployment', { ...replicas, observedGeneration: 2, replicas: 3 }, two), '1 pods are yet to end'],
	[object('Deployment', { ...replicas, observedGeneration: 2, availableReplicas: 1 }, two), '1 of 2 pods are available'],
	[object('CustomResourceDefinition', {}), 'it is not established'],
	[object('CustomResourceDefinition', { conditions: [{ type: 'Established', status: 'True' }] }), undefined],
	[object('Widget', { conditions: [{ type: 'Ready', status: 'False', message: 'no gears' }] }), 'no gears'],
	[{ ...object('Pod', {}), metadata: { name: 'x', deletionTimestamp: '2026-01-01T00:00:00Z' } }, 'it is being deleted'],
];

for (const [given, lack] of cases) {
	test(`${given.kind} ${JSON.stringify(given['status'])}: ${lack ?? 'waits for nothing'}`, () => {
		assert.equal(unreconciled(given), lack);
	});
}
