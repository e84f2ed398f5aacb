import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeEthtool } from '@ichor/linux/ethtool/fake';
import { linkFlags } from '@ichor/linux/netlink';
import { FakeRouteNetlink, fakeLink } from '@ichor/linux/netlink/fake';
import { FakeGratuitousArp } from '@ichor/linux/packet/fake';
import { FakeWireguard } from '@ichor/linux/wireguard/fake';
import { loadConfig } from '@ichor/machinery/config';
import {
	activeConfigId,
	HostnameSpec,
	HostnameStatus,
	MachineConfig,
	networkConfigNamespace,
	ResolverStatus,
} from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { addressConfigController } from './address-config.ts';
import { addressMergeController } from './address-merge.ts';
import { addressSpecController } from './address-spec.ts';
import { documentLinks } from './configured-links/document-links.ts';
import { deviceConfigController, isSelected, withMembers } from './device-config.ts';
import { hostnameConfigController } from './hostname-config.ts';
import { hostnameMergeController } from './hostname-merge.ts';
import { hostnameSpecController } from './hostname-spec.ts';
import { linkConfigController, linkSpecs } from './link-config.ts';
import { joinLinks, linkMergeController } from './link-merge.ts';
import { linkSpecController } from './link-spec.ts';
import { linkStatusController } from './link-status.ts';
import { readResolvConf } from './platform-config.ts';
import { resolverConfigController } from './resolver-config.ts';
import { joinResolvers, resolverMergeController } from './resolver-merge.ts';
import { resolverSpecController } from './resolver-spec.ts';
import { routeConfigController, routeSpec } from './route-config.ts';
import { routeMergeController } from './route-merge.ts';
import { routeSpecController } from './route-spec.ts';

const text = `
version: v1alpha1
machine:
  type: controlplane
  network:
    interfaces:
      - interface: eth0
        addresses: [10.5.0.7/24]
        routes: [{ network: 0.0.0.0/0, gateway: 10.5.0.1 }]
        mtu: 1400
---
apiVersion: v1alpha1
kind: BridgeConfig
name: br0
links: [eth1]
addresses: [{ address: 192.0.2.1/24 }]
---
apiVersion: v1alpha1
kind: HostnameConfig
auto: "off"
hostname: cp-1.lan
---
apiVersion: v1alpha1
kind: ResolverConfig
nameservers: [{ address: 192.0.2.53 }]
`;

describe('what the configuration wants of the network', () => {
	it('reaches the kernel, and is taken back with the configuration', async () => {
		const kernel = new FakeRouteNetlink([fakeLink(1, 'lo', { type: 772, flags: 0 }), fakeLink(2, 'eth0'), fakeLink(3, 'eth1')]);
		const { state, until, stop } = startControllers(
			linkStatusController(kernel, new FakeEthtool(), new FakeWireguard()),
			deviceConfigController,
			linkConfigController,
			linkMergeController,
			linkSpecController(kernel, new FakeWireguard()),
			addressConfigController,
			addressMergeController,
			addressSpecController(kernel, new FakeGratuitousArp()),
			routeConfigController,
			routeMergeController,
			routeSpecController(kernel),
			hostnameConfigController,
			hostnameMergeController,
			hostnameSpecController,
			resolverConfigController,
			resolverMergeController,
			resolverSpecController,
		);
		const has = (address: string) => kernel.addresses().some((one) => one.address === address);
		await state.create(
			HostnameSpec.resource(
				'platform/hostname',
				{ hostname: 'given', domainname: '', layer: 'platform' },
				{ namespace: networkConfigNamespace },
			),
		);
		await until(async () => ((await state.find(HostnameStatus.pointer('hostname')))?.spec.hostname === 'given' ? true : undefined));
		const config = MachineConfig.resource(activeConfigId, text);
		await state.create(config);

		await until(() => (has('10.5.0.7/24') && has('192.0.2.1/24') ? true : undefined));
		const link = (name: string) => kernel.links().find((one) => one.name === name);
		await until(() => (link('eth1')?.masterIndex === link('br0')?.index && link('eth0')?.mtu === 1400 ? true : undefined));
		assert.equal(link('br0')?.kind, 'bridge');
		assert.equal((link('lo')?.flags ?? 0) & linkFlags.up, linkFlags.up);
		const route = await until(() => kernel.routes()[0]);
		assert.deepEqual([route.destination, route.gateway, route.priority, route.protocol], ['', '10.5.0.1', 1024, 4]);
		const hostname = await until(async () => {
			const found = await state.find(HostnameStatus.pointer('hostname'));
			return found?.spec.hostname === 'cp-1' ? found : undefined;
		});
		assert.equal(hostname.spec.domainname, 'lan');
		await until(async () =>
			(await state.find(ResolverStatus.pointer('resolvers')))?.spec.dnsServers.join() === '192.0.2.53' ? true : undefined,
		);

		await state.modify(config, (current) => withSpec(current, 'version: v1alpha1\nmachine:\n  type: controlplane\n'));
		await until(() => (kernel.addresses().length === 0 && link('br0') === undefined && kernel.routes().length === 0 ? true : undefined));
		await stop();
	});
});

/** No link is there. */
const known = { resolve: (name: string) => name, indexOf: () => undefined };

describe('documents of links', () => {
	it('a bond has its members in their order, with the kernel’s own settings where none are written', () => {
		const config = loadConfig('apiVersion: v1alpha1\nkind: BondConfig\nname: bond0\nlinks: [eth0, eth1]\nbondMode: 802.3ad\nmiimon: 100\n');
		const specs = linkSpecs(documentLinks(config, known));
		assert.deepEqual(
			specs.map(({ name, bondSlave }) => [name, bondSlave]),
			[
				['bond0', undefined],
				['eth0', { masterName: 'bond0' }],
				['eth1', { masterName: 'bond0', slaveIndex: 1 }],
			],
		);
		assert.equal(specs[0]?.bondMaster?.mode, '802.3ad');
		assert.equal(specs[0].bondMaster.miimon, 100);
		assert.equal(specs[0].bondMaster.adActorSysPrio, 65535);
	});

	it('a bond of selectors has the links that they choose as members, never itself', () => {
		const link = (id: string, hardwareAddr: string) => ({ metadata: { id }, spec: { type: 'ether', kind: '', hardwareAddr } as never });
		const bond = { interface: 'bond0', bond: { mode: '802.3ad', deviceSelectors: [{ hardwareAddr: 'aa:*' }] } };
		const links = [link('bond0', 'aa:00'), link('eth0', 'aa:00'), link('eth1', 'bb:00'), link('eth2', 'aa:01')];
		assert.deepEqual(withMembers(bond, links)?.bond, { mode: '802.3ad', interfaces: ['eth0', 'eth2'] });
		assert.equal(withMembers(bond, []), undefined);
	});

	it('a bond is told of its primary when that is its member', async () => {
		const kernel = new FakeRouteNetlink([fakeLink(2, 'eth0'), fakeLink(3, 'eth1')]);
		const { state, until, stop } = startControllers(
			linkStatusController(kernel, new FakeEthtool(), new FakeWireguard()),
			linkConfigController,
			linkMergeController,
			linkSpecController(kernel, new FakeWireguard()),
		);
		const bond = 'apiVersion: v1alpha1\nkind: BondConfig\nname: bond0\nlinks: [eth0, eth1]\nbondMode: active-backup\nprimary: eth1\n';
		await state.create(MachineConfig.resource(activeConfigId, bond));
		const made = await until(() => kernel.links().find((one) => one.name === 'bond0' && one.data.bond?.primary === 3));
		assert.equal(kernel.links().find(({ name }) => name === 'eth1')?.masterIndex, made.index);
		await stop();
	});

	it('a shared address is one of its link', () => {
		const config = loadConfig('apiVersion: v1alpha1\nkind: Layer2VIPConfig\nname: 192.0.2.100\nlink: lan\n');
		const [link] = documentLinks(config, { ...known, resolve: (name) => (name === 'lan' ? 'eth0' : name) });
		assert.deepEqual([link?.name, link?.sharedAddresses], ['eth0', [{ ip: '192.0.2.100' }]]);
	});
});

describe('layers', () => {
	it('of resolvers keep the other family, unless the configuration speaks', () => {
		const lower = { dnsServers: ['1.1.1.1', '2606::1'], layer: 'default', searchDomains: ['a'] } as const;
		assert.deepEqual(joinResolvers(lower, { dnsServers: ['10.5.0.1'], layer: 'platform', searchDomains: ['b'] }), {
			dnsServers: ['10.5.0.1', '2606::1'],
			layer: 'platform',
			searchDomains: ['b', 'a'],
		});
		assert.deepEqual(joinResolvers(lower, { dnsServers: ['10.5.0.1'], layer: 'configuration' }).dnsServers, ['10.5.0.1']);
		assert.deepEqual(joinResolvers(lower, { dnsServers: [], layer: 'configuration' }).dnsServers, lower.dnsServers);
	});

	it('of links say what the higher one says, and keep what it does not say', () => {
		const lower = { name: 'eth0', logical: false, up: true, mtu: 9000, kind: '', type: 'netrom', layer: 'platform' } as const;
		const joined = joinLinks(lower, { ...lower, mtu: 0, layer: 'configuration', bridgeSlave: { masterName: 'br0' } });
		assert.deepEqual([joined.mtu, joined.layer, joined.bridgeSlave], [9000, 'configuration', { masterName: 'br0' }]);
	});
});

describe('routes', () => {
	const nothing = { destination: '', gateway: '', source: '', metric: 0, mtu: 0, table: 'main' };

	it('have the scope and the family that follow from where they lead', () => {
		assert.deepEqual(pick(routeSpec({ ...nothing, destination: '192.0.2.0/24' }, 'eth0')), ['inet4', 'link', 'unicast', 1024]);
		assert.deepEqual(pick(routeSpec({ ...nothing, destination: '::/0', gateway: 'fe80::1', metric: 7 }, 'eth0')), [
			'inet6',
			'global',
			'unicast',
			7,
		]);
		assert.deepEqual(pick(routeSpec({ ...nothing, destination: '224.0.0.0/4', gateway: '10.5.0.1' }, 'eth0')), [
			'inet4',
			'global',
			'multicast',
			1024,
		]);
		assert.equal(routeSpec({ ...nothing, destination: '0.0.0.0/0', gateway: '10.5.0.1' }, 'eth0').dst, '');
	});

	function pick({ family, scope, type, priority }: ReturnType<typeof routeSpec>): readonly unknown[] {
		return [family, scope, type, priority];
	}
});

describe('a device selector', () => {
	const link = {
		type: 'ether',
		kind: '',
		hardwareAddr: 'aa:bb:cc:dd:ee:ff',
		driver: 'virtio_net',
		busPath: '0000:00:03.0',
		pciID: '1af4:1000',
	} as never;

	it('matches with wildcards, all that it names, and nothing when it names nothing', () => {
		assert.ok(isSelected(link, { hardwareAddr: 'AA:BB:*', driver: 'virtio_???' }));
		assert.ok(isSelected(link, { physical: true }));
		assert.ok(!isSelected(link, { hardwareAddr: 'aa:bb:*', driver: 'mlx5' }));
		assert.ok(!isSelected(link, { busPath: '0000.00:03.0' }));
		assert.ok(!isSelected(link, {}));
	});
});

describe('resolv.conf', () => {
	it('gives its servers, and the domains of its last search', () => {
		const read = readResolvConf(
			'# docker\nnameserver 10.5.0.1 # first\nsearch a\nsearch lan example.org\nnameserver fd00::1\noptions ndots:0\n',
		);
		assert.deepEqual(read, { dnsServers: ['10.5.0.1', 'fd00::1'], layer: 'platform', searchDomains: ['lan', 'example.org'] });
	});
});
