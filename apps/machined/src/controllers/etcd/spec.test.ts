import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from '@ichor/machinery/config';
import { etcdConfigOf } from './config.ts';
import { etcdAddresses } from './spec.ts';

const config = (etcd: string, more = '') =>
	etcdConfigOf(
		loadConfig(
			`version: v1alpha1\nmachine: {type: controlplane}\ncluster:\n  controlPlane: {endpoint: https://10.0.0.1:6443}\n  etcd: ${etcd}\n${more}`,
		),
	);
const addresses = ['10.0.0.2', '192.168.1.2', 'fd00::2'];
const spec = (etcd: string, more?: string) => etcdAddresses(config(etcd, more) ?? assert.fail(), addresses, addresses);

test('without networks the first address is advertised, and every one listened on', () => {
	assert.deepEqual(spec('{}'), { advertisedAddresses: ['10.0.0.2'], listenPeerAddresses: ['::'], listenClientAddresses: ['::'] });
	assert.deepEqual(etcdAddresses(config('{}') ?? assert.fail(), ['10.0.0.2'], ['10.0.0.2'])?.listenPeerAddresses, ['0.0.0.0']);
	assert.equal(etcdAddresses(config('{}') ?? assert.fail(), [], []), undefined);
});

test('networks choose the advertised addresses, and where to listen', () => {
	assert.deepEqual(spec('{advertisedSubnets: [192.168.0.0/16]}'), {
		advertisedAddresses: ['192.168.1.2'],
		listenPeerAddresses: ['192.168.1.2'],
		listenClientAddresses: ['127.0.0.1', '192.168.1.2'],
	});
	assert.deepEqual(spec('{advertisedSubnets: [192.168.0.0/16, fd00::/8], listenSubnets: [10.0.0.0/8]}'), {
		advertisedAddresses: ['192.168.1.2', 'fd00::2'],
		listenPeerAddresses: ['10.0.0.2'],
		listenClientAddresses: ['127.0.0.1', '10.0.0.2'],
	});
	assert.deepEqual(spec('{advertisedSubnets: [0.0.0.0/0, "!10.0.0.0/8"]}')?.advertisedAddresses, ['192.168.1.2']);
	assert.equal(spec('{advertisedSubnets: [172.16.0.0/12]}'), undefined);
	assert.deepEqual(spec('{subnet: 192.168.0.0/16}')?.advertisedAddresses, ['192.168.1.2']);
});

test('a virtual address is never advertised', () => {
	const vip = '---\napiVersion: v1alpha1\nkind: Layer2VIPConfig\nname: 10.0.0.2\nlink: eth0\n';
	assert.deepEqual(config('{}', vip)?.advertiseExcludeSubnets, ['10.0.0.2']);
	assert.deepEqual(spec('{}', vip)?.advertisedAddresses, ['192.168.1.2']);
});

test('further arguments may have several values, and a worker has no etcd', () => {
	assert.deepEqual(config('{extraArgs: {a: b, c: [d, e]}, image: "x:v1"}'), {
		advertiseExcludeSubnets: [],
		listenExcludeSubnets: [],
		image: 'x:v1',
		extraArgs: { a: ['b'], c: ['d', 'e'] },
	});
	assert.equal(etcdConfigOf(loadConfig('version: v1alpha1\nmachine: {type: worker}\ncluster: {}\n')), undefined);
});
