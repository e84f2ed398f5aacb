import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import type { ClusterSection } from './cluster.gen.ts';
import type { MachineSection } from './machine.gen.ts';
import { rootConfig } from './root.ts';

const judge = rulesOf(rootConfig);

const ca = { crt: 'Zm9v', key: 'YmFy' };
const endpoint = 'https://cluster.example.com:6443';

/** A control plane machine with more in its sections. */
function controlPlane(machine: MachineSection = {}, cluster: ClusterSection = {}) {
	return judge({ machine: { type: 'controlplane', ca, ...machine }, cluster: { controlPlane: { endpoint }, ...cluster } });
}

/** A worker with more in its sections. */
function worker(machine: MachineSection = {}, cluster: ClusterSection = {}) {
	return judge({ machine: { type: 'worker', ca: { crt: 'Zm9v' }, ...machine }, cluster });
}

test('a machine and a cluster are enough', () => {
	assert.deepEqual(controlPlane(), { errors: [], warnings: [] });
	assert.deepEqual(worker(), { errors: [], warnings: [] });
	assert.deepEqual(judge({}).errors, ['machine instructions are required']);
	assert.deepEqual(judge({ machine: { type: 'worker', ca: { crt: 'Zm9v' } } }).errors, ['cluster instructions are required']);
});

test('the type of a machine is one of those that there are', () => {
	assert.deepEqual(worker({ type: 'join' }).warnings, ['use "worker" instead of "join" for machine type']);
	assert.deepEqual(worker({ type: '' }).warnings, ['use "worker" instead of "" for machine type']);
	assert.deepEqual(controlPlane({ type: 'init' }), { errors: [], warnings: [] });
	assert.deepEqual(worker({ type: 'master' }).errors, ['unknown machine type "master"']);
	assert.deepEqual(worker({ type: 'unknown' }).errors, ['unknown machine type "unknown"']);
});

test('a control plane machine issues certificates, a worker must not', () => {
	assert.deepEqual(controlPlane({ ca: { crt: 'Zm9v' } }).errors, ['issuing CA key is required for controlplane nodes (.machine.ca.key)']);
	assert.deepEqual(judge({ machine: { type: 'controlplane' }, cluster: {} }).errors, [
		'issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)',
		'issuing CA is required (.machine.ca)',
	]);
	assert.deepEqual(worker({ ca: { key: 'YmFy' } }, { ca }).errors, [
		'cluster CA key is not allowed on non-controlplane nodes (.cluster.ca)',
		'issuing Talos API CA key is not allowed on non-controlplane nodes (.machine.ca)',
		'trusted CA certificates are required on non-controlplane nodes (.machine.ca.crt, .machine.acceptedCAs)',
		'issuing Kubernetes API CA key is not allowed on non-controlplane nodes (.cluster.ca)',
	]);
	assert.deepEqual(worker({ ca: {}, acceptedCAs: [{ crt: 'Zm9v' }] }).errors, []);
});

test('only machines of the control plane share addresses and run etcd', () => {
	const interfaces = [{ interface: 'eth0', vip: { ip: '192.0.2.1' }, vlans: [{ vlanId: 5, vip: { ip: '192.0.2.2' } }] }];
	assert.deepEqual(controlPlane({ network: { interfaces } }).errors, []);
	const refusal = 'virtual (shared) IP is not allowed on non-controlplane nodes';
	assert.deepEqual(worker({ network: { interfaces } }).errors, [refusal, refusal]);
	assert.deepEqual(worker({}, { etcd: { ca } }).errors, ['etcd config is only allowed on control plane machines']);
});

test('what is old is warned about, and strictly refused', () => {
	const root = {
		machine: { type: 'worker', ca: { crt: 'Zm9v' }, files: [{ path: '/etc/x' }], baseRuntimeSpecOverrides: { hostname: 'x' } },
		cluster: {},
	};
	const messages = [
		'.machine.files is deprecated; use dedicated configuration documents instead',
		'.machine.baseRuntimeSpecOverrides is deprecated; use a CRIBaseRuntimeSpecConfig document instead',
	];
	assert.deepEqual(judge(root), { errors: [], warnings: messages });
	assert.deepEqual(rulesOf(rootConfig, { strict: true })(root), { errors: messages.map((message) => `warning: ${message}`), warnings: [] });
});

test('the installation is looked at on bare metal only', () => {
	const root = { machine: { type: 'worker', ca: { crt: 'Zm9v' }, install: {} }, cluster: {} };
	assert.deepEqual(judge(root).errors, ['either install disk or diskSelector should be defined']);
	for (const mode of ['cloud', 'container', 'metal-agent'] as const) assert.deepEqual(rulesOf(rootConfig, { mode })(root).errors, []);
});

test('on the node, components have versions that go with Talos', () => {
	const onNode = rulesOf(rootConfig, { local: false, talosVersion: 'v1.13.0' });
	const kubelet = { image: 'ghcr.io/siderolabs/kubelet:v1.30.0' };
	const cluster = { scheduler: { image: 'scheduler:v1.37.0' } };
	assert.deepEqual(onNode({ machine: { type: 'controlplane', ca, kubelet }, cluster }).errors, [
		'kubelet image is not valid: version of Kubernetes 1.30.0 is too old to be used with Talos 1.13.0',
		'kube-scheduler image is not valid: version of Kubernetes 1.37.0 is too new to be used with Talos 1.13.0',
	]);
	assert.deepEqual(onNode({ machine: { type: 'worker', ca: { crt: 'Zm9v' } }, cluster }).errors, []);
});

test('the rest of the machine section', () => {
	const machine: MachineSection = {
		features: {
			hostDNS: { forwardKubeDNSToHost: true },
			kubernetesTalosAPIAccess: { enabled: true, allowedRoles: ['os:reader', 'reader'] },
			nodeAddressSortAlgorithm: 'v3',
		},
		disks: [null, { device: '/dev/sdb', partitions: [{ mountpoint: '/a' }, { size: '0 B' }, { size: '1 GB' }] }],
		kubelet: { nodeIP: { validSubnets: ['here'] }, extraConfig: { port: 1 } },
		systemDiskEncryption: { state: { keys: [{ slot: 1, tpm: {} }, { slot: 1 }] }, ephemeral: {} },
		logging: { destinations: [{ format: 'text' }, { endpoint: 'https:///x', format: 'json_lines' }] },
		nodeTaints: { gpu: 'Never' },
		registries: { config: { 'docker.io': null }, mirrors: { 'ghcr.io': null } },
	};
	assert.deepEqual(worker(machine).errors, [
		'feature hostDNS.forwardKubeDNSToHost requires hostDNS.enabled to be true (.machine.features.hostDNS)',
		'machine.disks[0] is null',
		`partition for disk "/dev/sdb" is set to occupy full disk, but it's not the last partition in the list`,
		`partition for disk "/dev/sdb" is set to occupy full disk, but it's not the last partition in the list`,
		'kubelet nodeIP subnet is not valid: "here"',
		`kubelet configuration field "port" can't be overridden`,
		'partition "EPHEMERAL": no encryption keys provided',
		'partition "STATE": encryption key slot 1 is already in use',
		`partition "STATE": encryption key at slot 1 doesn't have the configuration parameters`,
		'empty logging endpoint',
		'unknown logging format "text"',
		"empty logging endpoint's host",
		'unexpected logging endpoint scheme "https"',
		'invalid machine node taints: 1 error occurred:\n\t* invalid taint effect: "Never"\n\n',
		'feature Kubernetes Talos API Access can only be enabled on control plane machines',
		'invalid role "reader" in allowed roles for Kubernetes Talos API Access',
		'invalid node address sort algorithm: v3 does not belong to AddressSortAlgorithm values',
		'registries.config["docker.io"] is null',
		'registries.mirrors["ghcr.io"] is null',
	]);
	assert.deepEqual(judge({ machine: { type: 'worker', ca: { crt: 'Zm9v' } }, cluster: {}, persist: false }).errors, [
		'.persist should be enabled',
	]);
});

test('the mesh of the root document is looked at when it is on', () => {
	const kubespan = { mtu: 1000, filters: { endpoints: ['here'], excludeAdvertisedNetworks: ['10.0.0.1'] } };
	assert.deepEqual(worker({ network: { kubespan } }).errors, []);
	assert.deepEqual(worker({ network: { kubespan: { ...kubespan, enabled: true } } }).errors, [
		'kubespan link MTU must be at least 1280',
		'KubeSpan endpoint filter is not valid: "here"',
		'KubeSpan exclude advertised networks filter is not valid: "10.0.0.1"',
	]);
	assert.deepEqual(worker({ network: { kubespan: { enabled: true } } }).errors, []);
});
