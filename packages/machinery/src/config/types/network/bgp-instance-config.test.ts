import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { bgpInstanceConfig } from './bgp-instance-config.ts';

const judge = rulesOf(bgpInstanceConfig);

const instance = { name: 'fabric', localASN: 65001, neighbors: [{ link: 'eth0' }] };

test('a speaker has a number and neighbors', () => {
	assert.deepEqual(judge({ ...instance, routerID: '192.0.2.1' }), { errors: [], warnings: [] });
	assert.deepEqual(judge({ routerID: '2001:db8::1' }), {
		errors: ['name must be specified', 'localASN must be specified', 'routerID must be an IPv4 address'],
		warnings: ['BGPInstanceConfig has no neighbors configured'],
	});
});

test('a neighbor is an address or a link, once', () => {
	const neighbors = [{ address: '192.0.2.2' }, { link: 'eth0' }, { address: '192.0.2.2', link: 'eth0' }, {}, { link: 'eth0' }];
	assert.deepEqual(judge({ ...instance, neighbors }).errors, [
		'neighbor[2]: exactly one of address or link must be set',
		'neighbor[3]: exactly one of address or link must be set',
		'neighbor[4]: duplicate neighbor "eth0"',
	]);
});

test('timers run forwards, and BFD outside of VRFs', () => {
	const neighbors = [{ link: 'eth0', holdTime: '-1s', bfd: { transmitInterval: '-1s', receiveInterval: '-1s' } }];
	assert.deepEqual(judge({ ...instance, vrf: 'blue', neighbors }).errors, [
		'neighbor[0]: holdTime must not be negative',
		'neighbor[0]: bfd is not supported for VRF-bound BGP instances',
		'neighbor[0]: bfd.transmitInterval must not be negative',
		'neighbor[0]: bfd.receiveInterval must not be negative',
	]);
});

test('routes come from other instances, each network once', () => {
	const importRoutes = [
		{ bgpInstance: 'workload', prefixes: ['198.51.100.0/24', '198.51.100.128/25', '198.51.100.1/24'] },
		{ bgpInstance: 'workload', prefixes: ['198.51.100.0/24'] },
		{ bgpInstance: 'fabric', prefixes: [] },
		{},
	];
	assert.deepEqual(judge({ ...instance, importRoutes }).errors, [
		'importRoutes[0].prefixes[1]: prefix 198.51.100.128/25 overlaps prefixes[0] 198.51.100.0/24',
		'importRoutes[0].prefixes[2]: prefix 198.51.100.1/24 must be masked',
		'importRoutes[0].prefixes[2]: prefix 198.51.100.1/24 overlaps prefixes[0] 198.51.100.0/24',
		'importRoutes[0].prefixes[2]: prefix 198.51.100.1/24 overlaps prefixes[1] 198.51.100.128/25',
		'importRoutes[1]: duplicate source BGP instance "workload"',
		'importRoutes[1]: prefix 198.51.100.0/24 overlaps importRoutes[0] prefix 198.51.100.0/24',
		'importRoutes[1]: prefix 198.51.100.0/24 overlaps importRoutes[0] prefix 198.51.100.128/25',
		'importRoutes[2]: cannot import from the same BGP instance "fabric"',
		'importRoutes[2]: at least one prefix must be specified',
		'importRoutes[3]: bgpInstance must be specified',
		'importRoutes[3]: at least one prefix must be specified',
	]);
});
