import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KubeletConfigSpec } from '@ichor/machinery/resources';
import { kubeletConfiguration } from './kubelet-configuration.ts';

const spec: KubeletConfigSpec = {
	image: 'ghcr.io/siderolabs/kubelet:v1.36.3',
	clusterDNS: ['10.96.0.10'],
	clusterDomain: 'cluster.local',
	cloudProviderExternal: false,
	defaultRuntimeSeccompEnabled: true,
	skipNodeRegistration: false,
	staticPodListURL: 'http://127.0.0.1:1234',
	disableManifestsDirectory: true,
	enableFSQuotaMonitoring: true,
	allowSchedulingOnControlPlane: false,
};
const controlPlane = { onControlPlane: true, cgroupV1: true, mayBePreferred: false };

describe('the configuration of the kubelet', () => {
	test('keeps pods away from control planes until they are let, and more memory for the system', () => {
		const { registerWithTaints, systemReserved } = kubeletConfiguration(spec, controlPlane);
		assert.deepEqual(registerWithTaints, [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }]);
		assert.deepEqual(systemReserved, { cpu: '50m', pid: '100', 'ephemeral-storage': '256Mi', memory: '512Mi' });
		for (const open of [
			kubeletConfiguration({ ...spec, allowSchedulingOnControlPlane: true }, controlPlane),
			kubeletConfiguration(spec, { ...controlPlane, onControlPlane: false }),
		]) {
			assert.equal(open['registerWithTaints'], undefined);
		}
	});

	test('knows cgroup v1, and asks for no score that the kernel would refuse', () => {
		const here = kubeletConfiguration(spec, controlPlane);
		assert.deepEqual([here['failCgroupV1'], here['oomScoreAdj']], [false, 0]);
		const elsewhere = kubeletConfiguration(spec, { ...controlPlane, cgroupV1: false, mayBePreferred: true });
		assert.deepEqual([elsewhere['failCgroupV1'], elsewhere['oomScoreAdj']], [undefined, -450]);
	});

	test('lets the user have the last word, but not on what holds the machine together', () => {
		const extraConfig = { maxPods: 200, serializeImagePulls: true, featureGates: { UserNamespaces: true } };
		const merged = kubeletConfiguration({ ...spec, extraConfig }, controlPlane);
		assert.deepEqual([merged['maxPods'], merged['serializeImagePulls']], [200, true]);
		assert.deepEqual(merged['featureGates'], { LocalStorageCapacityIsolationFSQuotaMonitoring: true, UserNamespaces: true });
		assert.throws(
			() => kubeletConfiguration({ ...spec, extraConfig: { cgroupRoot: '/x', port: 1 } }, controlPlane),
			/field "cgroupRoot" can't be overridden, field "port" can't be overridden/,
		);
	});

	test('of a machine that is no node asks no API server who may do what', () => {
		const { authentication, authorization } = kubeletConfiguration({ ...spec, skipNodeRegistration: true }, controlPlane);
		assert.deepEqual(authorization, { mode: 'AlwaysAllow' });
		assert.deepEqual((authentication as { webhook: object }).webhook, { enabled: false });
	});
});
