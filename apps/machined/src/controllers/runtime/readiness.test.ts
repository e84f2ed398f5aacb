import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Nodename, NodeStatus, nodenameId, notReadyReason } from '@ichor/machinery/resources';
import { InMemoryState, State } from '@ichor/runtime';
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
