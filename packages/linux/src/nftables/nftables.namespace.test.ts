import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { indexOf, twoNetworks } from '../../test/two-networks.ts';
import type { Expression } from './expression.ts';
import { FakeNfTables } from './fake/nftables.ts';
import { type NfTable, type NfTables, openNfTables } from './nftables.ts';

const networks = twoNetworks();
const skip = networks === undefined ? 'needs root for network namespaces' : false;

const port = 4000;
/** Milliseconds in which what is not dropped would have come. */
const dropTime = 400;

function table(policy: 'accept' | 'drop', ...rules: readonly (readonly Expression[])[]): NfTable {
	return { name: 'ichor-test', chains: [{ name: 'ingress', type: 'filter', hook: 1, priority: -140, policy, rules }] };
}

const isUdp: readonly Expression[] = [{ load: 'protocol' }, { compare: 'equal', with: Buffer.of(17) }];
const destinationPort: Expression = { loadBytes: { from: 'transport', offset: 2, length: 2 } };
const accept: readonly Expression[] = [{ count: true }, { verdict: 'accept' }];

function ports(...bounds: readonly (readonly [first: number, behind: number])[]): Expression {
	const key = (value: number) => Buffer.of(value >> 8, value & 0xff);
	const elements = bounds.flatMap(([first, behind]) => [{ key: key(first) }, { key: key(behind), ends: true }]);
	return { isIn: { of: 'port', intervals: true, elements } };
}

describe('nftables', { skip }, () => {
	const filter = skip === false ? openNfTables() : new FakeNfTables();
	const near = createSocket('udp4');
	const heard: string[] = [];

	before(async () => {
		if (networks === undefined) return;
		networks.near.addAddress({ ...address, linkIndex: indexOf(networks.near, 'near0'), address: '192.0.2.1/24' });
		networks.far.addAddress({ ...address, linkIndex: indexOf(networks.far, 'far0'), address: '192.0.2.2/24' });
		near.on('message', (message) => heard.push(message.toString()));
		near.bind(port);
		await once(near, 'listening');
	});
	after(() => {
		near.close();
		filter.close();
		networks?.close();
	});

	/** Whether a datagram from the far side arrives. */
	async function passes(name: string, patience = 5000): Promise<boolean> {
		heard.length = 0;
		const far = await networks?.inFar(async () => {
			const socket = createSocket('udp4');
			socket.bind(0, '192.0.2.2');
			await once(socket, 'listening');
			return socket;
		});
		assert.ok(far);
		const context = withTimeout(background, patience);
		const arrived = waitFor(
			context,
			() => {
				far.send(name, port, '192.0.2.1');
				return heard.includes(name) || undefined;
			},
			20,
		).catch(() => false);
		const result = await arrived;
		far.close();
		return result;
	}

	it('drops what no rule accepts, and accepts what one does, from one moment to the next', async () => {
		assert.equal(await passes('without a table'), true);
		filter.replaceTable(table('drop'));
		assert.deepEqual(filter.tables(), ['ichor-test']);
		assert.equal(await passes('by policy', dropTime), false);
		filter.replaceTable(table('drop', [...isUdp, destinationPort, ports([80, 81], [3990, 4010]), ...accept]));
		assert.equal(await passes('by its port'), true);
		filter.replaceTable(table('drop', [...isUdp, destinationPort, ports([3990, 4000], [4001, 5000]), ...accept]));
		assert.equal(await passes('beside its port', dropTime), false);
		filter.removeTable('ichor-test');
		assert.deepEqual(filter.tables(), []);
		assert.equal(await passes('without a table again'), true);
	});

	it('knows every step that a rule can have', async () => {
		const source: Expression = { loadBytes: { from: 'network', offset: 12, length: 4 } };
		const from = (first: readonly number[], behind: readonly number[]): Expression => ({
			isNotIn: { of: 'ipv4', intervals: true, elements: [{ key: Buffer.from(first) }, { key: Buffer.from(behind), ends: true }] },
		});
		const link = Buffer.alloc(16);
		link.write('near0');
		filter.replaceTable(
			table(
				'drop',
				[{ load: 'family' }, { compare: 'equal', with: Buffer.of(2) }, source, from([198, 51, 100, 0], [198, 51, 101, 0]), { count: true }],
				[
					{ load: 'connectionState' },
					{ mask: Buffer.of(8, 0, 0, 0), xor: Buffer.alloc(4) },
					{ compare: 'notEqual', with: Buffer.alloc(4) },
				],
				[{ load: 'mark' }, { mask: Buffer.from('ff000000', 'hex'), xor: Buffer.from('01000000', 'hex') }, { storeMark: true }],
				[
					{ load: 'mark' },
					{ compare: 'equal', with: Buffer.of(1, 0, 0, 0) },
					{ load: 'inputLink' },
					{ compare: 'equal', with: link },
					...accept,
				],
				[{ load: 'outputLink' }, { isIn: { of: 'link', intervals: false, elements: [{ key: link }] } }, { packetsPerSecond: 5 }, ...accept],
				[
					{ load: 'protocol' },
					{ compare: 'equal', with: Buffer.of(6) },
					{ loadTcpOption: { kind: 2, offset: 2, length: 2 } },
					{ compare: 'greater', with: Buffer.of(5, 0) },
					{ immediate: Buffer.of(5, 0) },
					{ storeTcpOption: { kind: 2, offset: 2, length: 2 } },
				],
			),
		);
		assert.equal(await passes('with the mark that a rule has set'), true);
		filter.removeTable('ichor-test');
	});

	it('takes sets of more elements than one message holds', async () => {
		const elements = Array.from({ length: 2500 }, (_, at) => [at * 4, at * 4 + 2] as const);
		filter.replaceTable(table('drop', [...isUdp, destinationPort, ports(...elements), ...accept]));
		assert.equal(await passes('by one of many ports'), true);
		filter.removeTable('ichor-test');
	});

	it('changes nothing when one part is refused, and says so', async () => {
		filter.replaceTable(table('drop'));
		const unknown = { ...table('accept'), chains: table('accept').chains.map((chain) => ({ ...chain, type: 'nonsense' })) };
		assert.throws(() => filter.replaceTable(unknown), { code: 'not-found' });
		assert.equal(await passes('by the first policy', dropTime), false);
		filter.removeTable('ichor-test');
	});
});

for (const [name, open] of [['the kernel', openNfTables] as const, ['the fake', () => new FakeNfTables()] as const]) {
	describe(`tables of ${name}`, { skip: name === 'the fake' ? false : skip }, () => {
		it('are replaced, listed and removed', () => {
			const tables: NfTables = open();
			tables.replaceTable(table('accept'));
			tables.replaceTable(table('accept'));
			assert.deepEqual(tables.tables(), ['ichor-test']);
			tables.removeTable('ichor-test');
			assert.deepEqual(tables.tables(), []);
			assert.throws(() => tables.removeTable('ichor-test'), { code: 'not-found' });
			tables.close();
		});
	});
}

const address = { scope: 0, flags: 0x80, priority: 0 };
