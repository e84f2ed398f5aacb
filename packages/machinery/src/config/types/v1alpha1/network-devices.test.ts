import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemList } from '../../problems.ts';
import type { NetworkDevice, NetworkDeviceBond, NetworkDeviceWireguard } from './network-device.gen.ts';
import { checkNetworkDevices } from './network-devices.ts';

function judge(...devices: readonly (NetworkDevice | null)[]) {
	const problems = new ProblemList();
	checkNetworkDevices(devices, problems);
	return { errors: problems.errors.map(({ message }) => message), warnings: problems.warnings.map(({ message }) => message) };
}

test('an interface is named or selected', () => {
	const sections = '[networking.os.device.interface], [networking.os.device.deviceSelector]';
	assert.deepEqual(judge({ interface: 'eth0' }, { deviceSelector: { physical: false } }).errors, []);
	assert.deepEqual(judge({}).errors, [`${sections}: required either config section to be set`]);
	assert.deepEqual(judge({ interface: 'eth0', deviceSelector: { driver: 'e1000' } }).errors, [
		`${sections}: config sections are mutually exclusive`,
	]);
	assert.deepEqual(judge({ deviceSelector: { driver: '' } }).errors, [
		'[networking.os.device.deviceSelector]: config section should contain at least one field',
	]);
	assert.deepEqual(judge(null).errors, ['machine.network.interfaces[0] is null']);
	assert.deepEqual(judge({ ignore: true, cidr: 'x' }).errors, []);
});

test('a link is part of one bond or bridge, and has no addresses then', () => {
	assert.deepEqual(judge({ interface: 'bond0', bond: { interfaces: ['eth0'] } }, { interface: 'eth0' }).errors, []);
	assert.deepEqual(
		judge(
			{ interface: 'bond0', bond: { interfaces: ['eth0'], deviceSelectors: [{ driver: 'x' }] } },
			{ interface: 'br0', bridge: { interfaces: ['eth0'] }, bond: {} },
			{ interface: 'eth0', dhcp: true },
		).errors,
		[
			'interface "bond0" has both interfaces and selectors set: config sections are mutually exclusive',
			'interface has both bridge and bond sections set "br0": config sections are mutually exclusive',
			'interface "eth0" is declared as part of two separate links: "bond0" and "br0"',
			`[networking.os.device] "eth0": bonded/bridged interface shouldn't have any addressing methods configured`,
		],
	);
});

test('addresses of interfaces and of VLANs', () => {
	assert.deepEqual(judge({ interface: 'eth0', addresses: ['10.0.0.1/8', '10.0.0.1', '::1/064'], vip: { ip: '10.0.0.2' } }).errors, []);
	assert.deepEqual(
		judge({
			interface: 'eth0',
			cidr: 'x',
			addresses: ['10.0.0.1/33'],
			vip: {},
			vlans: [{ vlanId: 5, cidr: 'x', addresses: ['y'] }, null],
		}),
		{
			errors: [
				`[networking.os.device.vlan] eth0.5: vlan can't have both .cidr and .addresses set`,
				'[networking.os.device.vlan.CIDR] eth0.5: failed to parse IP address "x"',
				'[networking.os.device.vlan.addresses] eth0.5: failed to parse IP address "y"',
				'[networking.os.device.vlan] eth0: vlans[1] is null',
				`[networking.os.device] "eth0": interface can't have both .cidr and .addresses set`,
				'[networking.os.device.CIDR] "eth0": failed to parse IP address "x"',
				'[networking.os.device.addresses] "eth0": invalid CIDR address: 10.0.0.1/33',
				'[networking.os.device.vip] failed to parse "" as IP address',
			],
			warnings: ['"eth0": machine.network.interface.cidr is deprecated, please use machine.network.interface.addresses'],
		},
	);
});

test('a route leads to a network or over a gateway', () => {
	const routes = [{ gateway: 'fe80::1' }, {}, { network: 'x', gateway: 'y', source: 'z' }, null];
	assert.deepEqual(judge({ interface: 'eth0', routes }).errors, [
		'[networking.os.device.route[1]]: either network or gateway should be set',
		'[networking.os.device.route[2].network] "x": invalid network address',
		'[networking.os.device.route[2].gateway] "y": invalid network address',
		'[networking.os.device.route[2].source] "z": invalid network address',
		'[networking.os.device.route[3]]: route is null',
	]);
});

function judgeBond(bond: NetworkDeviceBond): readonly string[] {
	return judge({ interface: 'bond0', bond }).errors;
}

test('options of a bond have the values that there are', () => {
	assert.deepEqual(judgeBond({ mode: '802.3ad', lacpRate: 'fast', xmitHashPolicy: 'layer3+4' }), []);
	assert.deepEqual(judgeBond({ mode: 'LACP', xmitHashPolicy: 'layer7', failOverMac: '1', adSelect: 'best' }), [
		'invalid bond type LACP',
		'invalid xmit hash policy layer7',
		'invalid fail_over_mac value 1',
		'invalid ad_select mode best',
	]);
});

test('delays of a bond are numbers of looks at the links', () => {
	assert.deepEqual(judgeBond({ miimon: 100, updelay: 200, downdelay: 250 }), ['bond.downDelay should be a multiple of miiMon']);
	assert.deepEqual(judgeBond({ updelay: 200 }), ["bond.upDelay can't be set if miiMon is zero"]);
});

test('options of a bond are those of its mode', () => {
	const everything = {
		arpIPTarget: ['10.0.0.1'],
		lacpRate: 'slow',
		adActorSystem: 'x',
		arpValidate: 'all',
		primary: 'eth0',
		arpInterval: 1,
		packetsPerSlave: 2,
		tlbDynamicLb: 1,
		adActorSysPrio: 1,
		adUserPortKey: 1,
	};
	assert.deepEqual(judgeBond({ mode: '802.3ad', ...everything }), [
		'bond.arpIPTarget is not supported',
		'bond.adActorSystem is not supported',
		'bond.arpValidate is not available in 802.3ad mode',
		'bond.primary is not available in 802.3ad mode',
		'bond.arpInterval is not available in 802.3ad mode',
		'bond.packetsPerSlave is not available in 802.3ad mode',
		'bond.tlbDynamicTLB is not available in 802.3ad mode',
	]);
	assert.deepEqual(judgeBond({ mode: 'active-backup', ...everything }), [
		'bond.arpIPTarget is not supported',
		'bond.lacpRate is only available in 802.3ad mode',
		'bond.adActorSystem is not supported',
		'bond.packetsPerSlave is not available in active-backup mode',
		'bond.tlbDynamicTLB is not available in active-backup mode',
		'bond.adActorSysPrio is only available in 802.3ad mode',
		'bond.adUserPortKey is only available in 802.3ad mode',
	]);
});

function judgeWireguard(wireguard: NetworkDeviceWireguard): readonly string[] {
	return judge({ interface: 'wg0', wireguard }).errors;
}

test('keys, endpoints and networks of a tunnel', () => {
	const key = 'OJ34O6J1z4ZZB+t16c+vYrzIrKddxyU3Z2eLhwYzqE8=';
	const peer = { publicKey: key, endpoint: '[2001:db8::1]:51820', allowedIPs: ['10.0.0.0/8'] };
	assert.deepEqual(judgeWireguard({ privateKey: key, peers: [peer, { ...peer, endpoint: 'example.com:51820' }] }), []);
	assert.deepEqual(judgeWireguard({ privateKey: key, peers: [null, { publicKey: 'Zm9v', endpoint: 'example.com', allowedIPs: ['x'] }] }), [
		'peer 0 is null',
		'public key invalid: wrong key "Zm9v" length: 3',
		'peer endpoint "example.com" is invalid',
		'peer allowed IP "x" is invalid: invalid CIDR address: x',
	]);
	for (const endpoint of ['2001:db8::1:51820', '[x:y]:1', '[::1]', '[::1]1:2', '[[::1]:1', 'a]:1']) {
		assert.deepEqual(judgeWireguard({ privateKey: key, peers: [{ ...peer, endpoint }] }), [`peer endpoint "${endpoint}" is invalid`]);
	}
});

test('a private key is never repeated', () => {
	assert.deepEqual(judgeWireguard({ privateKey: 'c2VjcmV0' }), ['private key is invalid: wrong key "******" length: 6']);
	assert.deepEqual(judgeWireguard({}), ['private key is invalid: wrong key "" length: 0']);
});
