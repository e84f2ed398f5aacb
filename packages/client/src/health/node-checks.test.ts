import assert from 'node:assert/strict';
import { test } from 'node:test';
import { background } from '@ichor/std';
import type { CheckedCluster } from './cluster-check.ts';
import { nodeChecks } from './node-checks.ts';

test('a kubelet that is started again and again is told of with how it ended', async () => {
	const events = [
		{ state: 'Running', msg: 'Started task kubelet (PID 7) for container kubelet' },
		{ state: 'Waiting', msg: 'Error running kubelet, going to restart forever: task "kubelet" failed: exit code 1' },
		{ state: 'Preparing', msg: 'Running pre state' },
	];
	const says = async (some: readonly object[]) => {
		const services = {
			machine: { serviceList: async () => ({ messages: [{ services: [{ id: 'kubelet', events: { events: some } }] }] }) },
		};
		const machine = { address: '10.5.0.2', addresses: ['10.5.0.2'] };
		const cluster = { client: { node: () => services }, controlPlanes: [machine], workers: [] } as unknown as CheckedCluster;
		const check = nodeChecks.find(({ what }) => what === 'kubelet to be healthy');
		return String(await check?.look(background, cluster));
	};
	assert.match(await says(events), /current state \[Preparing\] Running pre state, after: task "kubelet" failed: exit code 1/);
	assert.doesNotMatch(await says(events.slice(0, 2)), /, after: /);
	assert.doesNotMatch(await says([{ state: 'Preparing', msg: 'Running pre state' }]), /, after: /);
});

test('each check is made once, in the order of upstream', () => {
	assert.deepEqual(
		nodeChecks.map(({ what }) => what),
		[
			'etcd to be healthy',
			'etcd members to be consistent across nodes',
			'etcd members to be control plane nodes',
			'apid to be ready',
			'all nodes memory sizes',
			'all nodes disk sizes',
			'no diagnostics',
			'kubelet to be healthy',
			'all nodes to finish boot sequence',
		],
	);
});
