import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cluster } from './cluster.ts';
import type { ClusterDefinition } from './definition.ts';
import { nodes } from './nodes.ts';
import { subnet } from './subnet.ts';

const lan = subnet('192.168.1.0/24');
const three: ClusterDefinition = {
	network: { lan },
	controlPlanes: nodes(['cp-1', 'cp-2', 'cp-3'], (_name, index) => ({ address: lan.host(11 + index) })),
};

describe('a cluster', () => {
	test('has the first control plane as its endpoint, or the VIP', () => {
		assert.equal(cluster('a', three).endpoint, 'https://192.168.1.11:6443');
		assert.equal(cluster('a', { ...three, network: { lan, vip: lan.host(10), link: 'eth0' } }).endpoint, 'https://192.168.1.10:6443');
		const six = subnet('fd00::/64');
		const definition = { network: { lan: six }, controlPlanes: [{ name: 'cp-1', address: six.host(2) }] };
		assert.equal(cluster('a', definition).endpoint, 'https://[fd00::2]:6443');
	});

	test('names its control planes first', () => {
		const { nodes: all } = cluster('a', { ...three, workers: nodes(['w'], () => ({ address: lan.host(20) })) });
		assert.deepEqual(
			all.map(({ name, role }) => `${name} ${role}`),
			['cp-1 controlplane', 'cp-2 controlplane', 'cp-3 controlplane', 'w worker'],
		);
	});

	test('that cannot be made says everything that is wrong', () => {
		const wrong = {
			talos: '1.9.0',
			network: { lan, vip: '192.168.1.11', link: 'eth0' },
			controlPlanes: [
				{ name: 'CP_1', address: '192.168.1.11' },
				{ name: 'cp-2', address: '192.168.2.12' },
			],
			workers: [
				{ name: 'cp-2', address: '192.168.1.1' },
				{ name: 'w-2', address: '192.168.1.11' },
			],
		};
		assert.throws(() => cluster('Home', wrong), {
			code: 'definition',
			message: [
				'the cluster "Home" cannot be made:',
				'name: "Home" is no name: use lower-case letters, digits and inner hyphens, at most 63',
				'talos: 1.9.0 is too old: definitions are for 1.12 and later',
				'controlPlanes: with two, the loss of either stops etcd: have one or three',
				'CP_1: no hostname: use lower-case letters, digits and inner hyphens, at most 63',
				'cp-2: two nodes have this name',
				'192.168.1.11: two nodes have this address',
				'cp-2: 192.168.2.12 is not in the LAN 192.168.1.0/24',
				'cp-2: 192.168.1.1 is the gateway of the LAN',
				"network.vip: 192.168.1.11 is the address of CP_1, it must be nobody's",
				"network.vip: 192.168.1.11 is the address of w-2, it must be nobody's",
			].join('\n  '),
		});
		assert.throws(() => cluster('a', { network: { lan }, controlPlanes: [] }), /needs at least one/);
	});

	test('that an editor would underline says where, though its types were never checked', () => {
		const wrong = {
			talos: 1.13,
			network: { lan: '10.5.0.0/24', vips: [] },
			controlPlanes: [{ name: 'cp-1', adress: '10.5.0.2' }, 'cp-2', {}],
			workers: 3,
			contrlPlanes: [],
		};
		assert.throws(() => cluster('home', wrong as unknown as ClusterDefinition), {
			code: 'definition',
			message: [
				'the cluster "home" cannot be made:',
				'contrlPlanes: there is no such field: there are talos, kubernetes, network, controlPlanes, workers, schedulableControlPlanes, patches',
				'talos: 1.13 is no text: put it in quotes',
				'network.vips: there is no such field: there are lan, pods, services, vip, link',
				"network.lan: no subnet: write subnet('10.5.0.0/24')",
				'cp-1: has no address: write address: lan.host(2)',
				'cp-1: adress: there is no such field: there are name, address',
				'controlPlanes[1]: no node: write { name, address }',
				'controlPlanes[2]: has no name',
				'controlPlanes[2]: has no address: write address: lan.host(2)',
				"workers: no list of nodes: write nodes(['cp-1'], () => ({ address: lan.host(2) }))",
			].join('\n  '),
		});
		for (const nothing of [undefined, null, 3, []]) {
			assert.throws(() => cluster('home', nothing as unknown as ClusterDefinition), /there is no definition/);
		}
	});
});

describe('a subnet', () => {
	test('counts its hosts, and they are in it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 8, max: 29 }), fc.nat(), fc.nat(), (length, network, n) => {
				const hosts = 2 ** (32 - length) - 2;
				const base = (network % 2 ** length) * 2 ** (32 - length);
				const net = subnet(`${[24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join('.')}/${length}`);
				const number = 1 + (n % hosts);
				const address = net.host(number);
				const value = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
				assert.equal(value - base, number);
				assert.ok(net.contains(address));
				assert.throws(() => net.host(hosts + 1), { code: 'definition' });
			}),
		);
	});

	test('counts in IPv6 as well', () => {
		const net = subnet('fd00:10::/64', { gateway: 254 });
		assert.deepEqual(
			[net.gateway, net.host(0x1_0000), net.contains('fd00:11::1'), net.contains('10.5.0.1')],
			['fd00:10::fe', 'fd00:10::1:0', false, false],
		);
	});

	test('is refused when it is none, and tells the network of an address', () => {
		assert.throws(() => subnet('10.5.0.0'), /"10\.5\.0\.0" is no network/);
		assert.throws(() => subnet('10.5.0.7/24'), /the network is 10\.5\.0\.0\/24/);
		for (const n of [0, 255, -1, 1.5]) assert.throws(() => lan.host(n), { code: 'definition' });
	});
});
