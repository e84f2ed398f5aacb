import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ClusterDescription } from './cluster.ts';
import { ClusterFolder } from './cluster-folder.ts';

describe('the folder of a cluster', () => {
	test('gives names to the host that the kernel takes, whatever the path', () => {
		const names = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$/);
		fc.assert(
			fc.property(fc.stringMatching(/^(\/[a-z ]{1,60}){1,6}$/), names, names, (home, cluster, node) => {
				const folder = new ClusterFolder(home, cluster);
				for (const link of [folder.bridge, folder.link(node)]) assert.match(link, /^[a-z0-9]{1,15}$/);
				for (const address of [folder.bridgeAddress, folder.nodeAddress(node)]) assert.match(address, /^02(:[0-9a-f]{2}){5}$/);
				assert.ok(Buffer.byteLength(folder.supervisorSocket) <= 107);
				assert.notEqual(folder.link(node), folder.link(`${node}x`));
			}),
		);
	});

	test('two checkouts with a cluster of one name do not meet', () => {
		const [one, two] = [new ClusterFolder('/a/.ichor', 'homelab'), new ClusterFolder('/b/.ichor', 'homelab')];
		for (const name of ['bridge', 'cgroupParent', 'supervisorSocket'] as const) assert.notEqual(one[name], two[name]);
		assert.notEqual(one.link('cp-1'), two.link('cp-1'));
	});

	test('refuses a name that would lead elsewhere or does not fit', () => {
		for (const name of ['', '..', 'a/b', 'A', '-a', 'a-', 'a b', 'x'.repeat(43)]) {
			assert.throws(() => new ClusterFolder('/home', name), { code: 'refused' }, name);
		}
	});

	test('keeps the description for its owner only', async (t) => {
		const home = await mkdtemp(join(tmpdir(), 'ichor-folder-'));
		t.after(() => rm(home, { recursive: true, force: true }));
		const folder = new ClusterFolder(home, 'homelab');
		await assert.rejects(folder.read(), { code: 'absent' });
		const network = { cidr: '10.5.0.0/24', gateway: '10.5.0.1', mtu: 1500 };
		const description: ClusterDescription = {
			name: 'homelab',
			network,
			nodes: [],
			rootFileSystem: '/r',
			endpoint: 'https://10.5.0.2:6443',
			imageLayouts: [],
			runtime: 'runc',
		};
		await folder.write(description);
		assert.deepEqual(await folder.read(), description);
		assert.deepEqual([(await stat(folder.path)).mode & 0o777, (await stat(folder.description)).mode & 0o777], [0o700, 0o600]);
	});
});
