import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TalosServices } from '@ichor/client/api';
import { StaticPod, StaticPodStatus } from '@ichor/machinery/resources';
import { changeApiServer } from './api-server-restart.ts';

/** A control plane, moment by moment: each time it is asked for what runs, the next begins, and the last one stays. */
function machine(...moments: readonly (readonly [secrets: string, container: string, ready: boolean])[]) {
	let now = 0;
	const pods = () => {
		const [secrets = '', container = '', ready = false] = moments[Math.min(now, moments.length - 1)] ?? [];
		const conditions = [{ type: 'Ready', status: ready ? 'True' : 'False' }];
		return {
			[StaticPod.type]: ['kube-apiserver', StaticPod.codec.encode({ metadata: { annotations: { 'talos.dev/secrets-version': secrets } } })],
			[StaticPodStatus.type]: [
				'kube-system/kube-apiserver-cp-1',
				StaticPodStatus.codec.encode({ conditions, containerStatuses: [{ containerID: container }] }),
			],
		} as const;
	};
	const state = {
		async *list({ type }: { readonly type: string }) {
			const [id, protoSpec] = pods()[type] ?? assert.fail(type);
			if (type === StaticPodStatus.type) now += 1;
			yield { resource: { metadata: { id: 'kube-system/kube-scheduler-cp-1' }, spec: { protoSpec } } };
			yield { resource: { metadata: { id }, spec: { protoSpec } } };
		},
	};
	return { node: { state } as unknown as TalosServices, asked: () => now };
}

const { signal } = new AbortController();

test('the change of a control plane is over when another API server is ready', async () => {
	const { node, asked } = machine(['1', 'old', true], ['2', 'old', true], ['2', 'old', false], ['2', 'new', false], ['2', 'new', true]);
	let changes = 0;
	await changeApiServer(node, signal, async () => {
		changes += 1;
	});
	assert.equal(changes, 1);
	assert.equal(asked(), 5);
});

test('a machine without an API server is only changed', async () => {
	let changes = 0;
	const state = { async *list() {} };
	await changeApiServer({ state } as unknown as TalosServices, signal, async () => {
		changes += 1;
	});
	assert.equal(changes, 1);
});

test('what fails is told', async () => {
	const { node } = machine(['1', 'old', true]);
	const failing = changeApiServer(node, signal, async () => {
		throw new Error('no such machine');
	});
	await assert.rejects(failing, /no such machine/);
	const interrupt = new AbortController();
	const waiting = changeApiServer(node, interrupt.signal, async () => interrupt.abort(new Error('interrupted')));
	await assert.rejects(waiting, /interrupted/);
});
