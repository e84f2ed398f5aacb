import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseDuration } from '@ichor/machinery/duration';
import { isInstalled } from '@ichor/provision';
import { hasRpcCode } from '@ichor/rpc';
import { background, waitFor, withTimeout } from '@ichor/std';
import { DashboardPage, type ShownNode } from './dashboard-page.ts';
import { everyShell, tabOffers } from './shell-completion.ts';
import { StartedCluster } from './started-cluster.ts';
import definition from './three-nodes.ts';

const context = withTimeout(background, 15 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the tests of three nodes: ${skip}`);

describe('three control planes and a worker', { skip, timeout: 20 * 60_000 }, () => {
	test('come up with one command, answer, survive a reboot, and go without a trace; the worker joins through trustd', async () => {
		await using cluster = await StartedCluster.start(context, definition, 'three-nodes', '--no-kubernetes');
		assert.equal(cluster.printed.match(/\bvoter\b/g)?.length, 3, cluster.printed);
		assert.equal((await stat(join(cluster.folder.path, 'talosconfig'))).mode & 0o777, 0o600);

		const addresses = definition.nodes.map(({ address }) => address);
		const client = cluster.talos;
		const options = { signal: context.signal, timeout: 20_000 };

		const { messages } = await client.nodes(addresses).machine.version({}, options);
		assert.deepEqual(new Set(messages.map(({ metadata }) => metadata?.hostname)), new Set(addresses));
		for (const { version } of messages) assert.match(version?.tag ?? '', /^v1\.13\.9\+ichor\./);

		// it is a process with a file of the cluster's in its command line: a trace, until it is closed, which is before the cluster goes
		await using dashboard = await DashboardPage.open(join(cluster.folder.path, 'talosconfig'), addresses);
		await dashboard.shows(context, (nodes) => nodes.length === addresses.length && nodes.every(isWhole));

		const talosconfig = join(cluster.folder.path, 'talosconfig');
		for (const shell of everyShell) {
			if (!isInstalled(shell)) {
				console.log(`${shell} is not installed: Tab is not pressed in it`);
				continue;
			}
			await tabOffers(context, shell, { line: 'ichor get -n ', wanted: addresses, talosconfig });
			await tabOffers(context, shell, { line: `ichor -n ${addresses[0]} get members cp-`, wanted: ['cp-1', 'cp-2', 'cp-3'], talosconfig });
			await tabOffers(context, shell, { line: `ichor -n ${addresses[0]} service `, wanted: ['apid', 'etcd', 'trustd'], talosconfig });
		}

		const first = client.node(addresses[0] ?? '');
		const before = await first.machine
			.applyConfiguration({ data: encode('machine: {typ: worker}\n') }, options)
			.catch((error: unknown) => error);
		assert.ok(hasRpcCode(before, 'invalid-argument'), String(before));

		const last = client.node(addresses[2] ?? '');
		const bootId = async () => await cluster.read(context, addresses[2] ?? '', '/proc/sys/kernel/random/boot_id');
		const old = await bootId();
		const asked = Date.now();
		await last.machine.reboot({}, options);
		await waitFor(context, async () => ((await bootId().catch(() => old)) === old ? undefined : true), 200);
		const voters = await waitFor(
			context,
			async () => {
				const list = await first.machine.etcdMemberList({}, options).catch(() => undefined);
				const members = list?.messages[0]?.members ?? [];
				const healthy = await last.machine.etcdStatus({}, options).catch(() => undefined);
				return members.length === 3 && members.every(({ isLearner }) => !isLearner) && healthy !== undefined ? members : undefined;
			},
			500,
		);
		// whether it was seen as lost depends on how long it was away; that what is shown is of now does not
		const isOfThisBoot = ({ age }: { readonly age: string }) => Number(parseDuration(age)) / 1e6 <= Date.now() - asked;
		await dashboard.shows(context, (nodes) => nodes.every(isWhole) && nodes[2]?.services.every(isOfThisBoot) === true);
		assert.deepEqual(new Set(voters.map(({ hostname }) => hostname)), new Set(['cp-1', 'cp-2', 'cp-3']));
	});
});

/** Every kind of facts of a node has come to the dashboard. */
function isWhole({ connection, hostname, services, processes, links }: ShownNode): boolean {
	return (
		connection === 'live' && hostname !== 'n/a' && services.length > 0 && processes.length > 0 && links.some(({ name }) => name === 'eth0')
	);
}

function encode(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
