import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, toBinary } from '@bufbuild/protobuf';
import { ServiceStateEventSchema } from '@ichor/api/machine';
import {
	KubePrismStatus,
	kubePrismStatusId,
	MachineType,
	machineTypeId,
	Nodename,
	NodeStatus,
	nodenameId,
	notReadyReason,
	Service,
	StaticPodStatus,
} from '@ichor/machinery/resources';
import { InMemoryState, State } from '@ichor/runtime';
import { ServiceWords } from './causes.ts';
import { unmetConditionsOf } from './readiness.ts';

test('a node that is not ready says why, when Kubernetes does', async () => {
	const reasonFor = async (nodeReady: boolean, annotations: Readonly<Record<string, string>>) => {
		const state = new State(new InMemoryState());
		await state.create(Nodename.resource(nodenameId, { nodename: 'cp-1', hostnameVersion: '1', skipNodeRegistration: false }));
		const spec = { nodename: 'cp-1', nodeReady, unschedulable: false, labels: {}, annotations: {}, podCIDRs: [] };
		await state.create(NodeStatus.resource('cp-1', spec, { annotations }));
		return (await unmetConditionsOf(state)).find(({ name }) => name === 'nodeReady')?.reason;
	};
	assert.equal(await reasonFor(true, {}), undefined);
	assert.equal(await reasonFor(false, {}), 'node "cp-1" is not ready');
	const why = 'container runtime network not ready: cni plugin not initialized';
	assert.equal(await reasonFor(false, { [notReadyReason]: why }), `node "cp-1" is not ready: ${why}`);
});

test('what does not run well says why', async () => {
	const state = new State(new InMemoryState());
	await state.create(MachineType.resource(machineTypeId, 'controlplane'));
	for (const id of ['apid', 'machined', 'trustd'])
		await state.create(Service.resource(id, { running: true, healthy: true, unknown: false }));
	await state.create(Service.resource('etcd', { running: true, healthy: false, unknown: false }));
	const containerStatuses = [{ state: { running: {} }, lastState: { terminated: { exitCode: 137, reason: 'Error' } }, restartCount: 1 }];
	await state.create(StaticPodStatus.resource('kube-system/kube-apiserver-cp-1', { phase: 'Running', containerStatuses }));
	const words = new ServiceWords();
	const told = (service: string, message: string, lastMessage = '') =>
		words.notice({
			schema: ServiceStateEventSchema,
			value: toBinary(
				ServiceStateEventSchema,
				create(ServiceStateEventSchema, { service, message, health: { unknown: lastMessage === '', healthy: false, lastMessage } }),
			),
		});
	told('kubelet', 'Error running kubelet, going to restart forever: task "kubelet" failed: exit code 1');
	told('kubelet', 'Running pre state');
	told('etcd', 'Health check failed: context deadline exceeded', 'context deadline exceeded');
	const conditions = await unmetConditionsOf(state, words);
	const reasonOf = (name: string) => conditions.find((condition) => condition.name === name)?.reason;
	assert.equal(
		reasonOf('services'),
		'kubelet not running: task "kubelet" failed: exit code 1, etcd not healthy: context deadline exceeded',
	);
	assert.equal(reasonOf('staticPods'), 'kube-system/kube-apiserver-cp-1 not ready: its container ended with exit code 137');
});

test('a node that reaches no control plane says so, whatever Kubernetes said last', async () => {
	const state = new State(new InMemoryState());
	await state.create(Nodename.resource(nodenameId, { nodename: 'cp-1', hostnameVersion: '1', skipNodeRegistration: false }));
	await state.create(
		NodeStatus.resource('cp-1', { nodename: 'cp-1', nodeReady: true, unschedulable: false, labels: {}, annotations: {}, podCIDRs: [] }),
	);
	await state.create(KubePrismStatus.resource(kubePrismStatusId, { host: '127.0.0.1:7445', healthy: false }));
	const reason = (await unmetConditionsOf(state)).find(({ name }) => name === 'nodeReady')?.reason;
	assert.equal(reason, 'node "cp-1" does not reach the Kubernetes API: no control plane answers');
});
