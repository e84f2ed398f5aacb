import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { initialValues } from '../command/flag.ts';
import { clusterFlags, createFlags } from './flags.ts';
import { wantedCluster } from './wanted-cluster.ts';

const flags = { ...initialValues(clusterFlags), ...initialValues(createFlags) };

describe('the cluster that flags describe', () => {
	test('has a control plane and a worker in 10.5.0.0/24, as upstream names and numbers them', async () => {
		const { name, endpoint, kubernetes, contract, nodes } = await wantedCluster(flags);
		assert.deepEqual([name, endpoint, kubernetes], ['talos-default', 'https://10.5.0.2:6443', flags.kubernetesVersion]);
		assert.deepEqual(contract, { major: 1, minor: 13 });
		assert.deepEqual(nodes, [
			{ name: 'talos-default-controlplane-1', address: '10.5.0.2', role: 'controlplane' },
			{ name: 'talos-default-worker-1', address: '10.5.0.3', role: 'worker' },
		]);
	});

	test('has what it is told, and patches for whom they are', async () => {
		const given = { name: 'lab', controlPlanes: 3, workers: 2, cidr: '10.6.0.0/24', subnet: '10.7.0.0/24', talosVersion: 'v1.12' };
		const patches = { patches: ['a: 1\n'], controlPlanePatches: ['{b: 2}'], workerPatches: ['[]'] };
		const { contract, nodes, definition } = await wantedCluster({ ...flags, ...given, ...patches });
		assert.equal(contract.minor, 12);
		assert.equal(definition.network.lan.cidr, '10.7.0.0/24');
		const [first, last] = [nodes[0], nodes[4]];
		assert.deepEqual(last, { name: 'lab-worker-2', address: '10.7.0.6', role: 'worker' });
		const textsFor = (node: typeof first) =>
			definition.patches?.flatMap(({ when, yaml }) => (node !== undefined && (when?.(node) ?? true) ? [yaml] : []));
		assert.deepEqual(textsFor(first), ['a: 1\n', '{b: 2}']);
		assert.deepEqual(textsFor(last), ['a: 1\n', '[]']);
	});

	test('is refused when it cannot be', async () => {
		await assert.rejects(wantedCluster({ ...flags, cidr: '10.5.0.0/33' }), /"10\.5\.0\.0\/33" is no network/);
		await assert.rejects(wantedCluster({ ...flags, cidr: '10.5.0.0/30' }), /has no host 4|has no host 3/);
		await assert.rejects(wantedCluster({ ...flags, controlPlanes: 0 }), /controlPlanes: a cluster needs at least one/);
	});
});
