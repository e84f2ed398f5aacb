import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { FakeEthtool } from '@ichor/linux/ethtool/fake';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import {
	AddressStatus,
	EthernetStatus,
	HardwareAddr,
	LinkStatus,
	NetworkStatus,
	NodeAddress,
	NodeAddressFilter,
	RouteStatus,
	RoutingRuleStatus,
} from '@ichor/machinery/resources';
import { startControllers } from '../controller-bench.ts';
import { addressStatusController } from './address-status.ts';
import { ethernetStatusController } from './ethernet-status.ts';
import { hardwareAddrController } from './hardware-addr.ts';
import { linkStatusController } from './link-status.ts';
import { nodeAddressController } from './node-address.ts';
import { nodeAddressSortAlgorithmController } from './node-address-sort-algorithm.ts';
import { routeStatusController } from './route-status.ts';
import { routingRuleStatusController } from './routing-rule-status.ts';
import { networkStatusController } from './status.ts';

describe('what the kernel has', () => {
	const kernel = new FakeRouteNetlink([
		fakeLink(1, 'lo', { type: 772 }),
		fakeLink(2, 'eth0'),
		fakeLink(3, 'eth1', { operationalState: 2 }),
	]);
	const cards = new FakeEthtool({ 2: { linkState: true, port: 0, linkMode: { speed: 10000, duplex: 1, ours: [], peer: [] } } });
	const bench = startControllers(
		linkStatusController(kernel, cards, new FakeWireguard()),
		addressStatusController(kernel),
		routeStatusController(kernel),
		routingRuleStatusController(kernel),
		ethernetStatusController(cards),
		hardwareAddrController,
		nodeAddressSortAlgorithmController,
		nodeAddressController,
		networkStatusController,
	);
	const { state, until } = bench;
	after(() => bench.stop());

	it('is there as links, with what their cards say', async () => {
		const eth0 = await until(() => state.find(LinkStatus.pointer('eth0')));
		assert.equal(eth0.spec.type, 'ether');
		assert.equal(eth0.spec.speedMbit, 10000);
		assert.equal(eth0.spec.linkState, true);
		assert.equal((await until(() => state.find(EthernetStatus.pointer('eth0')))).spec.duplex, 'Full');
		assert.equal((await until(() => state.find(HardwareAddr.pointer('first')))).spec.name, 'eth0');
		assert.equal(await state.find(EthernetStatus.pointer('lo')), undefined);
	});

	it('is followed: addresses come and go', async () => {
		const address = { linkIndex: 2, address: '10.5.0.2/24', scope: 0, flags: 0x80, priority: 0 };
		kernel.addAddress(address);
		const status = await until(() => state.find(AddressStatus.pointer('eth0/10.5.0.2/24')));
		assert.equal(status.spec.flags, 'permanent');
		const current = await until(async () => {
			const found = await state.find(NodeAddress.pointer('current'));
			return found?.spec.addresses.length === 1 ? found : undefined;
		});
		assert.deepEqual(current.spec, { addresses: ['10.5.0.2/24'], sortAlgorithm: 'v1' });
		kernel.removeAddress(address);
		await until(async () => ((await state.find(AddressStatus.pointer('eth0/10.5.0.2/24'))) === undefined ? true : undefined));
		await until(async () => ((await state.find(NodeAddress.pointer('current')))?.spec.addresses.length === 0 ? true : undefined));
		assert.deepEqual((await state.get(NodeAddress.pointer('accumulative'))).spec.addresses, ['10.5.0.2/24']);
	});

	it('counts only where a link is up, and is filtered', async () => {
		await state.create(NodeAddressFilter.resource('no-k8s', { includeSubnets: [], excludeSubnets: ['10.244.0.0/16'] }));
		for (const [linkIndex, address] of [
			[2, '10.5.0.3/24'],
			[2, '10.244.0.1/24'],
			[3, '10.9.0.3/24'],
			[1, '127.0.0.1/8'],
		] as const)
			kernel.addAddress({ linkIndex, address, scope: address.startsWith('127') ? 254 : 0, flags: 0x80, priority: 0 });
		const left = await until(async () => {
			const found = await state.find(NodeAddress.pointer('routed-no-k8s'));
			return found?.spec.addresses.length === 1 ? found : undefined;
		});
		assert.deepEqual(left.spec.addresses, ['10.5.0.3/24']);
		assert.deepEqual((await state.get(NodeAddress.pointer('current'))).spec.addresses, ['10.5.0.3/24', '10.244.0.1/24']);
	});

	it('is connected with a default route', async () => {
		assert.equal((await state.get(NetworkStatus.pointer('status'))).spec.connectivityReady, false);
		const route = {
			family: 2,
			destination: '',
			source: '',
			gateway: '10.5.0.1',
			outLinkIndex: 2,
			table: 254,
			priority: 0,
			scope: 0,
			type: 1,
			flags: 0,
			protocol: 3,
			mtu: 0,
		};
		kernel.addRoute(route);
		assert.equal((await until(() => state.find(RouteStatus.pointer('inet4/10.5.0.1//0')))).spec.outLinkName, 'eth0');
		await until(async () => ((await state.get(NetworkStatus.pointer('status'))).spec.connectivityReady ? true : undefined));
	});

	it('has a routing policy', async () => {
		kernel.addRule({
			family: 128,
			source: '',
			destination: '',
			table: 253,
			priority: 32767,
			action: 1,
			inLinkName: '',
			outLinkName: '',
			mark: 0,
			markMask: 0,
			protocol: 2,
		});
		const rule = await until(() => state.find(RoutingRuleStatus.pointer('Family(128)/32767')));
		assert.deepEqual(rule.spec, { family: 'Family(128)', src: '', dst: '', table: 'default', priority: 32767, action: 'unicast' });
	});
});
