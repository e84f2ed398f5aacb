import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openEthtool } from '@ichor/linux/ethtool';
import { openRouteNetlink } from '@ichor/linux/netlink';
import { twoNetworks } from '@ichor/linux/test';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import { activeConfigId, MachineConfig } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { deviceConfigController } from './device-config.ts';
import { ethernetConfigController } from './ethernet-config.ts';
import { ethernetSpecController } from './ethernet-spec.ts';
import { linkConfigController } from './link-config.ts';
import { linkMergeController } from './link-merge.ts';
import { linkSpecController } from './link-spec.ts';
import { linkStatusController } from './link-status.ts';

const networks = twoNetworks();

const root = 'version: v1alpha1\nmachine: { type: worker }\n';
const text = `
version: v1alpha1
machine:
  type: worker
  network:
    interfaces:
      - interface: br0
        bridge: { interfaces: [] }
      - interface: near0
        bridgePort: { master: br0 }
---
apiVersion: v1alpha1
kind: VethConfig
name: left0
mtu: 1400
peer: { name: right0 }
---
apiVersion: v1alpha1
kind: EthernetConfig
name: left0
features: { tx-checksum-ip-generic: false }
`;

describe('configured links in the kernel', { skip: networks === undefined ? 'needs root for network namespaces' : false }, () => {
	it('are made, paired, put into a bridge and tuned, and go with the configuration', async () => {
		assert.ok(networks);
		const kernel = openRouteNetlink();
		const cards = openEthtool();
		const { state, until, stop } = startControllers(
			linkStatusController(kernel, cards, new FakeWireguard()),
			deviceConfigController,
			linkConfigController,
			linkMergeController,
			linkSpecController(kernel, new FakeWireguard()),
			ethernetConfigController,
			ethernetSpecController(cards),
		);
		const config = await state.create(MachineConfig.resource(activeConfigId, text));
		const link = (name: string) => kernel.links().find((one) => one.name === name);
		await until(() => (link('near0')?.masterIndex === link('br0')?.index ? true : undefined));
		const left = await until(() => (link('left0')?.mtu === 1400 ? link('left0') : undefined));
		const right = await until(() => link('right0'));
		assert.deepEqual([left.parentIndex, right.parentIndex], [right.index, left.index]);
		await until(() =>
			cards.features(left.index)?.some(({ name, status }) => name === 'tx-checksum-ip-generic' && status === 'off') ? true : undefined,
		);

		// another other end: another pair
		await state.modify(config, (current) => withSpec(current, text.replaceAll('right0', 'other0')));
		await until(() => (link('right0') === undefined && link('left0')?.parentIndex === link('other0')?.index ? true : undefined));

		await state.modify(config, (current) => withSpec(current, root));
		await until(() => (link('left0') === undefined && link('other0') === undefined && link('br0') === undefined ? true : undefined));
		await stop();
		cards.close();
		kernel.close();
		networks.close();
	});
});
