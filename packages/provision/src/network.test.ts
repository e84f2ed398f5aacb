import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { background } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import fc from 'fast-check';
import { ClusterFolder } from './cluster-folder.ts';
import { BridgeNetwork, hostAddress } from './network.ts';

describe('an address in a network', () => {
	test('is counted from its beginning', () => {
		assert.equal(hostAddress('10.5.0.0/24', 2), '10.5.0.2');
		assert.equal(hostAddress('10.5.0.7/24', 1), '10.5.0.1');
		assert.equal(hostAddress('172.20.0.0/16', 257), '172.20.1.1');
		assert.equal(hostAddress('192.168.255.0/24', 255), '192.168.255.255');
		assert.equal(hostAddress('224.0.0.0/8', 1), '224.0.0.1');
	});

	test('is where it was counted to, in any network', () => {
		fc.assert(
			fc.property(fc.ipV4(), fc.integer({ min: 8, max: 29 }), fc.nat(), (address, length, n) => {
				const size = 2 ** (32 - length);
				const base = Math.floor(numberOf(address) / size) * size;
				assert.equal(numberOf(hostAddress(`${address}/${length}`, n % size)), base + (n % size));
				assert.throws(() => hostAddress(`${address}/${length}`, size), { code: 'refused' });
			}),
		);
	});

	test('is refused when the network is none', () => {
		for (const cidr of ['10.5.0.0', '10.5.0.0/30', '10.5.0.0/7', '10.5.0/24', '10.5.0.256/24', 'fd00::/64', '']) {
			assert.throws(() => hostAddress(cidr, 1), { code: 'refused' }, cidr);
		}
	});
});

const skip = process.getuid?.() === 0 ? false : 'a bridge needs root';

describe('the bridge of a cluster', { skip }, () => {
	test('is the same to its nodes, whichever of them are there', async (t) => {
		const home = await mkdtemp(join(tmpdir(), 'ichor-bridge-'));
		const folder = new ClusterFolder(home, 'homelab');
		const network = new BridgeNetwork(folder, { cidr: '10.123.98.0/24', gateway: '10.123.98.1', mtu: 1500 });
		await network.create(background);
		t.after(async () => {
			await network.destroy(background);
			await rm(home, { recursive: true });
		});
		const [port, other] = [folder.link('a'), folder.link('b')];
		await runProgram('ip', ['link', 'add', port, 'address', '02:00:00:00:00:01', 'type', 'veth', 'peer', 'name', other]);
		t.after(async () => await runProgram('ip', ['link', 'delete', port]));
		await runProgram('ip', ['link', 'set', port, 'master', folder.bridge, 'up']);
		assert.equal((await readFile(`/sys/class/net/${folder.bridge}/address`, 'utf8')).trim(), folder.bridgeAddress);
	});
});

function numberOf(address: string): number {
	return address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
}
