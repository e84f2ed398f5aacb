import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staticPodReason } from './static-pod-reason.ts';

test('a static pod that is not ready says how its container ended, and what the kubelet does about it', () => {
	const reason = (status: object) => staticPodReason({ containerStatuses: [status] } as Parameters<typeof staticPodReason>[0]);
	assert.equal(reason({ state: { running: {} } }), undefined);
	assert.equal(reason({ state: { waiting: { reason: 'ContainerCreating' } } }), undefined);
	assert.equal(
		reason({ state: { running: {} }, lastState: { terminated: { exitCode: 137, reason: 'Error' } }, restartCount: 1 }),
		'its container ended with exit code 137',
	);
	assert.equal(
		reason({
			state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 20s restarting failed container=kube-apiserver' } },
			lastState: { terminated: { exitCode: 1, reason: 'OOMKilled' } },
			restartCount: 4,
		}),
		'its container ended with exit code 1 (OOMKilled), started anew 4 times, back-off 20s restarting failed container=kube-apiserver',
	);
	assert.equal(
		reason({ state: { waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling image "x"' } } }),
		'Back-off pulling image "x"',
	);
	assert.equal(staticPodReason({}), undefined);
});
