import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeEthtool } from '@ichor/linux/ethtool/fake';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import { activeConfigId, LinkStatus, MachineConfig } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { linkConfigController } from './link-config.ts';
import { linkMergeController } from './link-merge.ts';
import { linkSpecController } from './link-spec.ts';
import { linkStatusController } from './link-status.ts';
import { wireguardChange } from './wireguard-link.ts';

const [own, first, second, shared] = [1, 2, 3, 4].map((byte) => Buffer.alloc(32, byte).toString('base64'));

const text = `
apiVersion: v1alpha1
kind: WireguardConfig
name: wg0
privateKey: ${own}
listenPort: 51820
peers:
  - publicKey: ${first}
    presharedKey: ${shared}
    endpoint: 192.0.2.7:51820
    persistentKeepaliveInterval: 25s
    allowedIPs: [10.8.0.0/24]
  - publicKey: ${second}
    allowedIPs: [10.9.0.0/24]
`;

describe('a WireGuard link', () => {
	it('is made, set up once, and changed where its configuration changes', async () => {
		const kernel = new FakeRouteNetlink([fakeLink(1, 'lo', { type: 772 })]);
		const devices = new FakeWireguard();
		const { state, until, stop } = startControllers(
			linkStatusController(kernel, new FakeEthtool(), devices),
			linkConfigController,
			linkMergeController,
			linkSpecController(kernel, devices),
		);
		const config = await state.create(MachineConfig.resource(activeConfigId, text));
		const { index } = await until(() => kernel.links().find(({ name }) => name === 'wg0'));
		await until(() => (devices.device(index).peers.length === 2 ? true : undefined));
		assert.equal(devices.device(index).peers[0]?.keepaliveSeconds, 25);
		const status = await until(async () => {
			const found = await state.find(LinkStatus.pointer('wg0'));
			return found?.spec.wireguard?.peers.length === 2 ? found : undefined;
		});
		for (const secret of [own, shared]) assert.ok(!JSON.stringify(status.spec).includes(secret ?? ''));

		const changes = devices.changes;
		await state.modify(config, (current) => withSpec(current, text.replace('10.9.0.0/24', '10.10.0.0/24')));
		await until(() => (devices.device(index).peers.some(({ allowedIPs }) => allowedIPs[0] === '10.10.0.0/24') ? true : undefined));
		assert.equal(devices.changes, changes + 1);
		await stop();
	});

	it('is set only where it differs', () => {
		const peer = {
			publicKey: first ?? '',
			presharedKey: '',
			endpoint: '',
			persistentKeepaliveInterval: '0s',
			allowedIPs: ['::/0', '0.0.0.0/0'],
		};
		const wanted = { privateKey: own ?? '', listenPort: 0, firewallMark: 0, peers: [peer] };
		const kernelPeer = {
			publicKey: first ?? '',
			presharedKey: '',
			endpoint: '192.0.2.9:1',
			keepaliveSeconds: 0,
			allowedIPs: ['0.0.0.0/0', '::/0'],
		};
		const there = { privateKey: own ?? '', publicKey: '', listenPort: 40000, firewallMark: 0, peers: [kernelPeer] };
		assert.equal(wireguardChange(there, wanted), undefined);
		assert.deepEqual(wireguardChange({ ...there, peers: [{ ...kernelPeer, publicKey: second ?? '' }] }, wanted)?.removePeers, [second]);
		assert.deepEqual(wireguardChange(there, { ...wanted, listenPort: 51820, firewallMark: 7 }), {
			listenPort: 51820,
			firewallMark: 7,
			setPeers: [],
			removePeers: [],
		});
	});
});
