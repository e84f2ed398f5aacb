import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { openNfTables } from '@ichor/linux/nftables';
import { FakeNfTables } from '@ichor/linux/nftables/fake';
import { indexOf, twoNetworks } from '@ichor/linux/test';
import { activeConfigId, MachineConfig, NfTablesChain, NodeAddress } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { nfTablesChainController } from './nf-tables-chain.ts';
import { nfTablesChainConfigController } from './nf-tables-chain-config.ts';
import { compileRule } from './nf-tables-rule.ts';

const networks = twoNetworks();
const skip = networks === undefined ? 'needs root for network namespaces' : false;

const root = 'version: v1alpha1\nmachine: { type: worker }\ncluster: { network: {} }\n';
const block = '---\napiVersion: v1alpha1\nkind: NetworkDefaultActionConfig\ningress: block\n';

function rule(name: string, ports: string, ...ingress: readonly string[]): string {
	const networksOf = ingress.map((subnet) => `  - subnet: ${subnet}\n`).join('');
	return `---
apiVersion: v1alpha1
kind: NetworkRuleConfig
name: ${name}
portSelector: { ports: [${ports}], protocol: tcp }
ingress: ${ingress.length === 0 ? '[]' : `\n${networksOf}`}
`;
}

describe('the firewall of the configuration', () => {
	it('is no chain until the configuration speaks of it, and none again', async () => {
		const filter = new FakeNfTables();
		const bench = startControllers(
			nfTablesChainConfigController,
			nfTablesChainController(() => filter),
		);
		const config = await bench.state.create(MachineConfig.resource(activeConfigId, root));
		await bench.state.modify(config, (current) => withSpec(current, `${root}${block}${rule('api', '50000, 8000-8080', '192.0.2.0/24')}`));
		const ingress = await bench.until(() => bench.state.find(NfTablesChain.pointer('ingress')));
		assert.deepEqual([ingress.spec.hook, ingress.spec.priority, ingress.spec.policy], ['input', 'NfTablesChainPriority(-140)', 'drop']);
		assert.deepEqual(ingress.spec.rules.at(-1), {
			matchSourceAddress: { includeSubnets: ['192.0.2.0/24'] },
			matchLayer4: {
				protocol: 'tcp',
				matchDestinationPort: {
					ranges: [
						{ lo: 8000, hi: 8080 },
						{ lo: 50000, hi: 50000 },
					],
				},
			},
			anonymousCounter: true,
			verdict: 'accept',
		});
		// nobody knows yet what is the machine's own
		assert.equal(await bench.state.find(NfTablesChain.pointer('prerouting')), undefined);
		await bench.state.create(NodeAddress.resource('routed', { addresses: ['192.0.2.1/24'], sortAlgorithm: 'v1' }));
		const prerouting = await bench.until(() => bench.state.find(NfTablesChain.pointer('prerouting')));
		assert.deepEqual(prerouting.spec.rules[1]?.matchDestinationAddress, { includeSubnets: ['192.0.2.1/32'], invert: true });
		await bench.until(() => (filter.kept.get('talos')?.chains.length === 2 ? true : undefined));
		await bench.state.modify(config, (current) => withSpec(current, root));
		await bench.until(() => (filter.kept.size === 0 ? true : undefined));
		await bench.stop();
	});

	it('has no rule of the kernel where no packet can match', () => {
		const nobody = { matchSourceAddress: { includeSubnets: [] }, verdict: 'accept' } as const;
		assert.deepEqual(compileRule(nobody), []);
		assert.equal(compileRule({ ...nobody, matchSourceAddress: { includeSubnets: [], invert: true } }).length, 2);
		// a source of one family and a destination of the other
		const crossed = {
			matchSourceAddress: { includeSubnets: ['2001:db8::/32'] },
			matchDestinationAddress: { includeSubnets: ['192.0.2.1/32'] },
		};
		assert.deepEqual(compileRule({ ...crossed, verdict: 'accept' }), []);
	});
});

describe('the firewall in the kernel', { skip }, () => {
	const servers: Server[] = [];
	// opened here, and not while the process is in the far network
	const filter = skip === false ? openNfTables() : new FakeNfTables();
	const bench = startControllers(
		nfTablesChainConfigController,
		nfTablesChainController(() => filter),
	);
	after(async () => {
		await bench.stop();
		filter.close();
		for (const server of servers) server.close();
		networks?.close();
	});

	it('refuses by default what comes from outside, but for rules, answers and the node itself', async () => {
		assert.ok(networks);
		const address = { scope: 0, flags: 0x80, priority: 0 };
		networks.near.addAddress({ ...address, linkIndex: indexOf(networks.near, 'near0'), address: '192.0.2.1/24' });
		networks.far.addAddress({ ...address, linkIndex: indexOf(networks.far, 'far0'), address: '192.0.2.2/24' });
		for (const port of [4001, 4002]) servers.push(await listen(port, '192.0.2.1'));
		servers.push(await networks.inFar(async () => await listen(4003, '192.0.2.2')));
		await bench.state.create(NodeAddress.resource('routed', { addresses: ['192.0.2.1/24'], sortAlgorithm: 'v1' }));
		assert.ok(await isLetIn(4001, 4002));

		const config = await bench.state.create(
			MachineConfig.resource(activeConfigId, `${root}${block}${rule('one', '4001', '192.0.2.0/24')}`),
		);
		await bench.until(async () => ((await isLetIn(4002, 4001)) ? undefined : true));
		// what the node asks is answered, and it reaches itself
		await isMade('192.0.2.2', 4003);
		await isMade('192.0.2.1', 4002);

		// where all is let in, a rule keeps out whom it does not name
		await bench.state.modify(config, (current) => withSpec(current, `${root}${rule('one', '4001', '198.51.100.0/24')}`));
		await isMadeFromFar(4002);
		assert.equal(await isLetIn(4001, 4002), false);

		await bench.state.modify(config, (current) => withSpec(current, root));
		await isMadeFromFar(4001);
	});
});

async function listen(port: number, host: string): Promise<Server> {
	const server = createServer((socket) => socket.destroy());
	server.listen(port, host);
	await once(server, 'listening');
	return server;
}

/**
 * Whether a connection from the far network is let in. One that is dropped says nothing: it is out when another, begun after
 * it to a port that is open, has been made.
 */
async function isLetIn(port: number, open: number): Promise<boolean> {
	const { socket, connected } = await fromFar(port);
	const isConnected = async (): Promise<boolean> => {
		await connected;
		return true;
	};
	const isOut = async (): Promise<boolean> => {
		await isMadeFromFar(open);
		// what came with the same turn is told in it
		await new Promise((resolve) => setImmediate(resolve));
		return false;
	};
	try {
		return await Promise.race([isConnected(), isOut()]);
	} finally {
		socket.destroy();
	}
}

async function isMadeFromFar(port: number): Promise<void> {
	const { socket, connected } = await fromFar(port);
	await connected;
	socket.destroy();
}

async function isMade(host: string, port: number): Promise<void> {
	const { socket, connected } = begin(host, port);
	await connected;
	socket.destroy();
}

interface Connection {
	readonly socket: Socket;
	/** Rejected where there is an error or none at the deadline: the kernel asks again where nobody has answered. */
	readonly connected: Promise<unknown>;
}

async function fromFar(port: number): Promise<Connection> {
	assert.ok(networks);
	return await networks.inFar(async () => {
		const connection = begin('192.0.2.1', port);
		// Node makes the socket in the next turn
		await new Promise((resolve) => setImmediate(resolve));
		return connection;
	});
}

function begin(host: string, port: number): Connection {
	const socket = connect({ port, host });
	return { socket, connected: once(socket, 'connect', { signal: AbortSignal.timeout(deadline) }) };
}

/** Milliseconds. */
const deadline = 30_000;
