import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeEthtool } from '@ichor/linux/ethtool/fake';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import { activeConfigId, LinkAliasSpec, MachineConfig } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { linkAliasConfigController } from './link-alias-config.ts';
import { linkAliasSpecController } from './link-alias-spec.ts';
import { linkStatusController } from './link-status.ts';

const root = 'version: v1alpha1\nmachine: { type: worker }\n';

function aliasing(name: string, match: string): string {
	return `---\napiVersion: v1alpha1\nkind: LinkAliasConfig\nname: ${name}\nselector: { match: '${match}' }\n`;
}

describe('aliases of links', () => {
	it('are given to hardware by what it is, numbered by its addresses, and taken back', async () => {
		const kernel = new FakeRouteNetlink([
			fakeLink(1, 'lo', { type: 772 }),
			fakeLink(2, 'eth0', { hardwareAddress: '02:00:00:00:00:09' }),
			fakeLink(3, 'eth1', { hardwareAddress: '02:00:00:00:00:01', alias: 'left' }),
			fakeLink(4, 'eth2', { hardwareAddress: '52:00:00:00:00:01' }),
			fakeLink(5, 'veth0', { kind: 'veth', hardwareAddress: '02:00:00:00:00:02' }),
		]);
		const { state, until, stop } = startControllers(
			linkStatusController(kernel, new FakeEthtool(), new FakeWireguard()),
			linkAliasConfigController,
			linkAliasSpecController(kernel),
		);
		const alias = (name: string) => kernel.links().find((link) => link.name === name)?.alias;
		const several = aliasing('any', 'link.mtu > 0u');
		const text = `${root}${aliasing('net%d', 'glob("02:*", mac(link.hardware_addr))')}${aliasing('wan', 'mac(link.hardware_addr) == "52:00:00:00:00:01"')}${several}`;
		const config = await state.create(MachineConfig.resource(activeConfigId, text));
		await until(() => (alias('eth1') === 'net0' && alias('eth0') === 'net1' && alias('eth2') === 'wan' ? true : undefined));
		assert.equal(alias('veth0'), '');
		assert.equal((await state.get(LinkAliasSpec.pointer('eth2'))).spec.alias, 'wan');
		await state.modify(config, (current) => withSpec(current, root));
		await until(() => (['eth0', 'eth1', 'eth2'].every((name) => alias(name) === '') ? true : undefined));
		await stop();
	});
});
