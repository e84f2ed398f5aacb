import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeEthtool } from '@ichor/linux/ethtool/fake';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import { activeConfigId, MachineConfig } from '@ichor/machinery/resources';
import { startControllers } from '../controller-bench.ts';
import { ethernetConfigController } from './ethernet-config.ts';
import { ethernetSpecController } from './ethernet-spec.ts';
import { linkStatusController } from './link-status.ts';

const text = `
apiVersion: v1alpha1
kind: EthernetConfig
name: lan
rings: { rx: 512, tcp-data-split: true }
channels: { combined: 4 }
features: { rx-gro: false, tx-lro: true }
wakeOnLan: [unicast, magic]
---
apiVersion: v1alpha1
kind: EthernetConfig
name: eth1
wakeOnLan: []
`;

describe('settings of network cards', () => {
	it('are set where they differ, also by an alias of the link', async () => {
		const cards = new CountingEthtool({
			2: {
				rings: { rx: 256, tx: 256 },
				channels: { combined: 4 },
				features: [
					{ name: 'rx-gro', status: 'on' },
					{ name: 'tx-lro', status: 'on [fixed]' },
				],
				wakeOnLan: 0,
			},
			3: { wakeOnLan: 0x20 },
		});
		const kernel = new FakeRouteNetlink([fakeLink(2, 'eth0', { alternativeNames: ['lan'] }), fakeLink(3, 'eth1')]);
		const { state, until, stop } = startControllers(
			linkStatusController(kernel, cards, new FakeWireguard()),
			ethernetConfigController,
			ethernetSpecController(cards),
		);
		await state.create(MachineConfig.resource(activeConfigId, text));
		await until(() => (cards.wakeOnLan(2) === 0x22 && cards.wakeOnLan(3) === 0 ? true : undefined));
		assert.deepEqual(cards.rings(2), { rx: 512, tx: 256, tcpDataSplit: 2 });
		assert.deepEqual(cards.features(2)?.[0], { name: 'rx-gro', status: 'off' });
		assert.equal(cards.channelChanges, 0);
		await stop();
	});
});

class CountingEthtool extends FakeEthtool {
	channelChanges = 0;

	override setChannels(...change: Parameters<FakeEthtool['setChannels']>): void {
		this.channelChanges++;
		super.setChannels(...change);
	}
}
