import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { openConntrack } from '@ichor/linux/conntrack';
import { LinuxError } from '@ichor/linux/netlink';
import { loopbackBalancer, type NfTable, openNfTables } from '@ichor/linux/nftables';
import { FakeNfTables } from '@ichor/linux/nftables/fake';
import { indexOf, twoNetworks } from '@ichor/linux/test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { openKernelLoadBalancer } from './kernel-load-balancer.ts';
import type { LoadBalancer } from './load-balancer.ts';

const networks = twoNetworks();
const skip = networks === undefined ? 'needs root for network namespaces' : false;

const far = '192.0.2.2';
const port = 7445;
const [a, b] = [
	{ host: far, port: 6443 },
	{ host: far, port: 6444 },
];

describe('the load balancer in the kernel', { skip }, () => {
	const servers = new Map<string, Server>();
	const peers: string[] = [];
	const tables = skip === false ? openNfTables() : new FakeNfTables();
	const told: NfTable[] = [];
	let balancer: LoadBalancer;
	let tellsFar: (table: NfTable) => void;

	before(async () => {
		if (networks === undefined) return;
		writeFileSync('/proc/sys/net/ipv4/conf/all/route_localnet', '1');
		networks.near.addAddress({ ...address, linkIndex: indexOf(networks.near, 'near0'), address: '192.0.2.1/24' });
		networks.far.addAddress({ ...address, linkIndex: indexOf(networks.far, 'far0'), address: '192.0.2.2/24' });
		const farTables = await networks.inFar(() => openNfTables());
		tellsFar = (table) => farTables.replaceTable(table);
		await serve('a', a.port);
		await serve('b', b.port);
		const watched = {
			...tables,
			replaceTable(table: NfTable) {
				told.push(table);
				tables.replaceTable(table);
			},
			close: () => undefined,
		};
		balancer = await openKernelLoadBalancer(
			() => ({ tables: watched, connections: openConntrack() }),
			() => undefined,
		)('127.0.0.1', port, () => undefined);
		balancer.lead([a, b, { host: far, port: 1 }]);
		await balances(2);
	});
	after(() => {
		for (const server of servers.values()) server.close();
		tables.close();
		networks?.close();
	});

	async function serve(name: string, at: number): Promise<void> {
		const server = createServer((socket) => {
			// who only looks has gone before it is seen
			if (socket.remoteAddress !== undefined) peers.push(socket.remoteAddress.replace('::ffff:', ''));
			socket.on('error', () => undefined).end(name);
		});
		// without an address this is done at once, and nothing else happens in the far network
		await networks?.inFar(() => void server.listen(at));
		await once(server, 'listening');
		servers.set(name, server);
	}

	async function balances(count: number): Promise<void> {
		const rules = () => told.at(-1)?.chains.find(({ name }) => name === 'balance')?.rules.length;
		await waitFor(withTimeout(background, 10_000), () => rules() === count || undefined, 5);
	}

	it('leads to the servers that are up, in turns, without this process', async () => {
		const said: string[] = [];
		for (let count = 0; count < 6; count++) said.push(await ask());
		assert.deepEqual(said.toSorted(), ['a', 'a', 'a', 'b', 'b', 'b']);
		assert.deepEqual([...new Set(peers)], ['192.0.2.1']);
		assert.equal(balancer.healthy, true);
	});

	it('fails no connection when a server refuses them', async () => {
		servers.get('a')?.close();
		const said = await Promise.all(Array.from({ length: 40 }, async () => await ask()));
		assert.deepEqual([...new Set(said)], ['b']);
		await balances(1);
		await serve('a', a.port);
		await balances(2);
	});

	it('leads past a server that is silent, and fails nobody who came before', async () => {
		tellsFar(silent(a.port));
		const early = Array.from({ length: 10 }, async () => await ask());
		await balances(1);
		for (let count = 0; count < 4; count++) assert.equal(await ask(), 'b');
		assert.deepEqual([...new Set(await Promise.all(early))], ['b']);
		tellsFar(silent(1));
		await balances(2);
	});

	it('leads to one that stands by only while no other is up', async () => {
		balancer.lead([{ ...a, standby: true }, b]);
		await balances(1);
		for (let count = 0; count < 4; count++) assert.equal(await ask(), 'b');
		servers.get('b')?.close();
		assert.equal(await ask(), 'a');
		await serve('b', b.port);
		await waitFor(withTimeout(background, 10_000), async () => ((await ask()) === 'b' ? true : undefined), 50);
		balancer.lead([a, b, { host: far, port: 1 }]);
		await balances(2);
	});

	it('has clients wait while no server is up', async () => {
		for (const server of servers.values()) server.close();
		await balances(0);
		const answer = ask();
		// a connection is begun in the next tick, which must not be the far network's
		await new Promise((resolve) => setImmediate(resolve));
		await serve('late', b.port);
		assert.equal(await answer, 'late');
	});

	it('leaves nothing behind', async () => {
		await balancer.close();
		assert.deepEqual(tables.tables(), []);
		assert.equal(await ask(), 'ECONNREFUSED');
	});
});

describe('a kernel without the parts', () => {
	it('has connections balanced in this process', async () => {
		const lines: string[] = [];
		const refuse = () => {
			throw new LinuxError('not-supported', 'no nftables');
		};
		const free = createServer().listen(0, '127.0.0.1');
		await once(free, 'listening');
		const { port: at } = free.address() as { port: number };
		free.close();
		await once(free, 'close');
		const balancer = await openKernelLoadBalancer(refuse, (_, message) => lines.push(message))('127.0.0.1', at, () => undefined);
		assert.deepEqual(lines, ['KubePrism runs in user space']);
		await balancer.close();
		assert.throws(() => loopbackBalancer('x', { host: '127.0.0.1', port: at }, [{ host: '::1', port: 1 }]), TypeError);
	});
});

const address = { scope: 0, flags: 0x80, priority: 0 };

/** What comes for this port is dropped. */
function silent(at: number): NfTable {
	const rule = [
		{ load: 'protocol' },
		{ compare: 'equal', with: Buffer.of(6) },
		{ loadBytes: { from: 'transport', offset: 2, length: 2 } },
		{ compare: 'equal', with: Buffer.of(at >> 8, at & 0xff) },
		{ verdict: 'drop' },
	] as const;
	return { name: 'silent', chains: [{ name: 'in', type: 'filter', hook: 1, priority: 0, policy: 'accept', rules: [rule] }] };
}

/** What is said until the end, or the code of the error. */
async function ask(): Promise<string> {
	return await new Promise((resolve) => {
		let said = '';
		const socket: Socket = connect(port, '127.0.0.1');
		socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
		socket.on('error', (error: NodeJS.ErrnoException) => (said = error.code ?? ''));
		socket.on('close', () => resolve(said));
	});
}
