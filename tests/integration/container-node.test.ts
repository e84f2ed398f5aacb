import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildRootFileSystem, Cache, Lock } from '@ichor/imager';
import {
	type ClusterDescription,
	ClusterFolder,
	createCluster,
	destroyCluster,
	hostAddress,
	isRunning,
	type NodeStatus,
	SupervisorClient,
} from '@ichor/provision';
import { supervisorCommand } from '@ichor/provision/checkout';
import { background, type Context, waitFor, withTimeout } from '@ichor/std';
import { traces } from './traces.ts';

/** A network that `npm run up` does not use. */
const cidr = '10.123.45.0/24';
// On a machine that has built nothing yet, Go builds containerd and runc first: minutes.
const context = withTimeout(background, 30 * 60_000);
const built = process.getuid?.() === 0 ? await buildParts() : 'container nodes need root';
const skip = typeof built === 'string' ? built : false;
if (skip !== false) console.log(`skipped: the container node's tests: ${skip}`);

describe('a container node', { skip, timeout: 300_000 }, () => {
	test('is created, stopped, started and crashed, with a boot id of its own each time, and leaves nothing', async (t) => {
		const { home, folder, description } = await place(t);
		const before = await traces(folder);
		const [node] = await create(context, home, description);
		assert.deepEqual([node?.name, node?.address, node?.state, node?.starts], ['n1', hostAddress(cidr, 2), 'running', 1]);
		const supervisor = new SupervisorClient(folder);

		const first = await bootId(supervisor);
		assert.match(first, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$/);
		await assert.rejects(create(context, home, description), { code: 'exists' });
		const elsewhere = await mkdtemp(join(tmpdir(), 'ichor-node-'));
		t.after(() => rm(elsewhere, { recursive: true }));
		await assert.rejects(create(context, elsewhere, description), ({ code, message }: { code: string; message: string }) => {
			return code === 'refused' && message.includes(`the local cluster in ${folder.path} has it`);
		});
		assert.deepEqual(await readdir(elsewhere), []);

		assert.equal((await supervisor.tell(context, 'n1', 'stop')).state, 'stopped');
		assert.ok(existsSync(join(folder.node('n1'), 'ephemeral.img')), 'its disks outlive it');
		assert.equal((await supervisor.tell(context, 'n1', 'start')).state, 'running');
		const second = await bootId(supervisor);

		const { pid } = await running(supervisor);
		await supervisor.tell(context, 'n1', 'crash');
		await waitFor(context, async () => ((await running(supervisor)).pid === pid ? undefined : true));
		const third = await bootId(supervisor);
		assert.equal(new Set([first, second, third]).size, 3);

		await destroyCluster(context, home, 'test');
		assert.deepEqual(await traces(folder), before);
		await assert.rejects(destroyCluster(context, home, 'test'), { code: 'absent' });
	});

	test('is made anew after its supervisor was killed, and removed after it was killed again', async (t) => {
		const { home, folder, description } = await place(t);
		const before = await traces(folder);
		await create(context, home, description);
		await killSupervisor(home, folder);
		await create(context, home, description);
		assert.equal((await running(new SupervisorClient(folder))).starts, 1);
		await killSupervisor(home, folder);
		await destroyCluster(context, home, 'test');
		assert.deepEqual(await traces(folder), before);
	});

	test('that cannot be is refused, with a reason, and leaves nothing', async (t) => {
		const { home, folder, description } = await place(t);
		const before = await traces(folder);
		const taken = { ...description, network: { ...description.network, cidr: '127.0.0.0/8', gateway: '127.0.0.9' } };
		await assert.rejects(create(context, home, taken), ({ code, message }: { code: string; message: string }) => {
			return code === 'refused' && message.includes('127.0.0.0/8 is taken');
		});
		await assert.rejects(create(context, home, { ...description, name: 'x'.repeat(60) }), { code: 'refused' });
		await assert.rejects(
			create(context, home, { ...description, nodes: [{ name: 'N_1', address: hostAddress(cidr, 2), controlPlane: true }] }),
			{
				code: 'refused',
			},
		);
		await assert.rejects(create(context, home, { ...description, runtime: '/nothing/here' }), { code: 'failed' });
		assert.deepEqual(await traces(folder), before);
	});

	test('whose making is cancelled leaves nothing', async (t) => {
		const { home, folder, description } = await place(t);
		const before = await traces(folder);
		const interrupt = new AbortController();
		const progress = (what: string): void => {
			if (what.startsWith('waiting for the nodes')) interrupt.abort(new Error('stopped by SIGINT'));
		};
		await assert.rejects(create({ ...context, signal: interrupt.signal, progress }, home, description), /stopped by SIGINT/);
		assert.deepEqual(await traces(folder), before);
	});
});

const create = async (within: Context, home: string, description: ClusterDescription) =>
	await createCluster(within, home, description, supervisorCommand);

interface Place {
	readonly home: string;
	readonly folder: ClusterFolder;
	readonly description: ClusterDescription;
}

/** A cluster of one node, that is gone after the test whatever happens. */
async function place(t: TestContext): Promise<Place> {
	const home = await mkdtemp(join(tmpdir(), 'ichor-node-'));
	const folder = new ClusterFolder(home, 'test');
	t.after(async () => {
		if (existsSync(folder.path)) await destroyCluster(background, home, 'test');
		await rm(home, { recursive: true, force: true });
	});
	assert.ok(typeof built === 'object');
	const description = {
		name: 'test',
		network: { cidr, gateway: hostAddress(cidr, 1), mtu: 1500 },
		nodes: [{ name: 'n1', address: hostAddress(cidr, 2), controlPlane: true }],
		endpoint: 'https://10.5.0.2:6443',
		imageLayouts: [],
		...built,
	};
	return { home, folder, description };
}

/** The parts of a node, or why this machine has none. */
async function buildParts(): Promise<string | Pick<ClusterDescription, 'rootFileSystem' | 'runtime'>> {
	const checkout = fileURLToPath(new URL('../..', import.meta.url));
	const cache = Cache.fromEnvironment(process.env);
	try {
		const root = await buildRootFileSystem(background, { checkout, cache, lock: await Lock.read(join(checkout, 'os')) }, 'ID=ichor\n');
		return { rootFileSystem: root.path, runtime: join(root.parts.get('runc')?.path ?? '', 'usr/bin/runc') };
	} catch (error) {
		return `the root file system cannot be built: ${String(error)}`;
	}
}

async function running(supervisor: SupervisorClient): Promise<NodeStatus & { readonly pid: number }> {
	return await waitFor(context, async () => {
		const [node] = await supervisor.nodes(context);
		return node?.state === 'running' && node.pid !== undefined ? { ...node, pid: node.pid } : undefined;
	});
}

/** What the node was given as the identity of this start of it. */
async function bootId(supervisor: SupervisorClient): Promise<string> {
	const { pid } = await running(supervisor);
	return await readFile(join(`/proc/${pid}`, 'root', 'proc/sys/kernel/random/boot_id'), 'utf8');
}

/** Takes away the supervisor as the kernel's out-of-memory killer would; the nodes live on. */
async function killSupervisor(home: string, folder: ClusterFolder): Promise<void> {
	process.kill(Number(await readFile(folder.supervisorPid, 'utf8')), 'SIGKILL');
	await waitFor(context, async () => ((await isRunning(home, 'test')) ? undefined : true));
}
