import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfigDocument, MachineConfig } from '../document.ts';
import { discoveryAddress, discoveryIdentity, discoveryServices } from './discovery.ts';
import { kernelModules, sysctls, sysfsValues } from './kernel.ts';
import { runsDefaultDHCP } from './links.ts';
import { mountsSecurely, sealingRegisters, volumeBackingProblems } from './volumes.ts';

function config(...documents: (readonly [kind: string, value: object])[]): MachineConfig {
	return {
		documents: documents.map(
			([kind, value]): ConfigDocument => ({ apiVersion: 'v1alpha1', kind, name: Reflect.get(value, 'name'), value }),
		),
	};
}

test('the root document decides about discovery when it switches it on', () => {
	const document = ['DiscoveryServiceConfig', { name: 'a', endpoint: 'https://a.test/' }] as const;
	assert.deepEqual(discoveryServices(config(document)), [{ name: 'a', endpoint: 'https://a.test/' }]);
	assert.deepEqual(discoveryServices(config(['v1alpha1', { cluster: { discovery: { enabled: true } } }], document)), [
		{ name: 'legacy', endpoint: 'https://discovery.talos.dev/' },
	]);
	const disabled = { enabled: true, registries: { service: { disabled: true } } };
	assert.deepEqual(discoveryServices(config(['v1alpha1', { cluster: { discovery: disabled } }])), []);
});

test('the identity of the cluster is in one place', () => {
	const document = ['DiscoveryIdentityConfig', { clusterID: 'a', clusterSecret: 'b' }] as const;
	assert.deepEqual(discoveryIdentity(config(document)), { id: 'a', secret: 'b' });
	assert.deepEqual(discoveryIdentity(config(['v1alpha1', { cluster: { id: 'x' } }], document)), { id: 'x', secret: '' });
	assert.deepEqual(discoveryIdentity(config()), { id: '', secret: '' });
});

test('a discovery service has an address', () => {
	assert.deepEqual(discoveryAddress('https://a.test/x?y=z'), { address: 'a.test:443', insecure: false });
	assert.deepEqual(discoveryAddress('http://[::1]'), { address: '[::1]:80', insecure: true });
	assert.throws(() => discoveryAddress('ftp://a.test'), /endpoint scheme must be/);
});

test('documents override the root document, key by key', () => {
	const both = config(
		['v1alpha1', { machine: { sysctls: { a: '1', b: '1' }, sysfs: { c: '1' }, kernel: { modules: [{ name: 'm' }] } } }],
		['SysctlConfig', { params: { b: '2' } }],
		['SysfsConfig', { params: { c: '2' } }],
		['KernelModuleConfig', { name: 'n', parameters: ['x=1'] }],
	);
	assert.deepEqual(
		[...sysctls(both)],
		[
			['a', '1'],
			['b', '2'],
		],
	);
	assert.deepEqual([...sysfsValues(both)], [['c', '2']]);
	assert.deepEqual(kernelModules(both), [
		{ name: 'm', parameters: [] },
		{ name: 'n', parameters: ['x=1'] },
	]);
});

test('links ask for addresses until a document says something', () => {
	assert.equal(runsDefaultDHCP(config(['v1alpha1', {}], ['HostnameConfig', {}])), true);
	for (const kind of ['LinkConfig', 'VethConfig', 'DHCPv6Config']) assert.equal(runsDefaultDHCP(config([kind, {}])), false, kind);
});

test('volumes are mounted securely, EPHEMERAL without a document aside', () => {
	assert.equal(mountsSecurely(config(), 'EPHEMERAL'), false);
	assert.equal(mountsSecurely(config(), 'STATE'), true);
	assert.equal(mountsSecurely(config(['VolumeConfig', { name: 'EPHEMERAL' }]), 'EPHEMERAL'), true);
	assert.equal(mountsSecurely(config(['VolumeConfig', { name: 'ETCD', mount: { secure: false } }]), 'ETCD'), false);
});

test('keys are sealed to the state of Secure Boot unless they say otherwise', () => {
	assert.deepEqual(sealingRegisters({}), [7]);
	assert.deepEqual(sealingRegisters({ options: {} }), []);
	assert.deepEqual(sealingRegisters({ options: { pcrs: [0, 7] } }), [0, 7]);
});

test('a system volume stays what it was made as', () => {
	const ready = (type: string) => new Map([['ETCD', { type, phase: 'ready' }]]);
	const partition = config(['VolumeConfig', { name: 'ETCD', provisioning: { minSize: '1GiB' } }]);
	assert.deepEqual(volumeBackingProblems(partition, ready('partition')), []);
	assert.match(volumeBackingProblems(partition, ready('directory'))[0] ?? '', /\(current: directory, requested: partition\)/);
	assert.match(volumeBackingProblems(config(), ready('partition'))[0] ?? '', /its VolumeConfig cannot be removed/);
	assert.deepEqual(volumeBackingProblems(config(), ready('directory')), []);
	assert.deepEqual(volumeBackingProblems(partition, new Map([['ETCD', { type: 'directory', phase: 'waiting' }]])), []);
});
