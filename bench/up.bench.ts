import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cluster, nodes, subnet } from '@ichor/cluster';
import { bringClusterUp, type LocalMachines } from '@ichor/cluster/up';
import { ContainerMachines, destroyCluster } from '@ichor/provision';
import { buildNodeParts, checkout, supervisorCommand } from '@ichor/provision/checkout';
import { background, type Context } from '@ichor/std';
import type { Figure } from './figure.ts';
import { recordedTalos } from './node/anchors.ts';

/** A network that neither `npm run up` nor a test uses. */
const lan = subnet('10.123.49.0/24');

/** The cluster of the homelab example, on a network of its own. */
const definition = cluster('up-bench', {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	network: { lan, vip: lan.host(100), link: 'eth0', pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1', 'cp-2', 'cp-3'], (_name, index) => ({ address: lan.host(2 + index) })),
	schedulableControlPlanes: true,
});

/**
 * A fresh cluster, from nothing but built parts, once: from the command to three voters of etcd, and from the bootstrap to
 * three Ready nodes. It runs in a folder of its own, and is gone afterwards.
 */
export async function* bench(): AsyncIterable<Figure> {
	const parts = await buildNodeParts(background, checkout, { kubernetes: definition.kubernetes });
	const home = await mkdtemp(join(tmpdir(), 'ichor-bench-'));
	let bootstrap: number | undefined;
	const context: Context = {
		...background,
		progress: (what) => {
			if (what.endsWith('to bootstrap etcd')) bootstrap ??= performance.now();
		},
	};
	try {
		const machines = new ContainerMachines(home, definition.name, parts, supervisorCommand);
		const start = performance.now();
		await bringClusterUp(context, definition, upToEtcd(machines));
		yield { name: 'up to three voters', unit: 's', ours: secondsSince(start), why: 'no figure of Talos was recorded' };
		if (bootstrap === undefined) throw new Error('etcd was not bootstrapped: the cluster is not a fresh one');
		if (parts.withoutKubernetes !== undefined) return;
		await bringClusterUp(context, definition, machines);
		yield {
			name: 'bootstrap to three Ready nodes',
			unit: 's',
			ours: secondsSince(bootstrap),
			anchor: { name: recordedTalos.name, value: recordedTalos.bootstrapToReady },
			goal: 1,
		};
	} finally {
		if (existsSync(join(home, definition.name))) await destroyCluster(background, home, definition.name);
		await rm(home, { recursive: true, force: true });
	}
}

/** The same machines, for whoever goes no further than etcd: Kubernetes starts on them all the same. */
function upToEtcd(machines: ContainerMachines): LocalMachines {
	return {
		folder: machines.folder,
		kubernetes: false,
		start: async (context, wanted) => await machines.start(context, wanted),
		console: (node) => machines.console(node),
	};
}

function secondsSince(start: number): number {
	return (performance.now() - start) / 1000;
}
