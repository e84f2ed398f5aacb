import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as fc from 'fast-check';
import { documentsOf, rootOf } from '../config/documents.ts';
import type { SecretsBundle } from '../secrets/bundle.ts';
import { generateSecrets } from '../secrets/generate-secrets.ts';
import { currentContract, parseContract } from '../versions/contract.ts';
import { defaultContract } from '../versions/defaults.ts';
import { generateConfig } from './generate-config.ts';
import type { GenerateInput, MachineType } from './input.ts';

let secrets: SecretsBundle;
before(async () => {
	secrets = await generateSecrets({ contract: parseContract('v1.6'), now: new Date('2026-11-21T12:00:00Z') });
});

const generate = (options: Partial<GenerateInput> = {}, machineType: MachineType = 'controlplane') =>
	generateConfig({ clusterName: 'c', endpoint: 'https://c:6443', kubernetesVersion: '1.36.0', secrets, ...options }, machineType);

const kinds = (options: Partial<GenerateInput>, machineType?: MachineType) =>
	generate(options, machineType).documents.map(({ kind, name }) => (name === undefined ? kind : `${kind}/${name}`));

test('without a contract it is the one of v1.13', () => {
	assert.deepEqual(generate(), generate({ contract: defaultContract }));
	assert.deepEqual(kinds({}), ['v1alpha1', 'HostnameConfig']);
});

test('a control plane of 1.14 has its documents in the order of upstream', () => {
	const contract = parseContract('v1.14');
	const registryMirrors = new Map([
		['b.com', ['https://b']],
		['a.com', ['https://a']],
	]);
	assert.deepEqual(
		kinds({
			contract,
			installDisk: '/dev/sda',
			kubeSpan: true,
			registryMirrors,
			insecureRegistries: ['a.com'],
			sysctls: new Map([['a', 'b']]),
		}),
		[
			'v1alpha1',
			'DiscoveryServiceConfig/default',
			'DiscoveryIdentityConfig',
			'UnattendedInstallConfig',
			'ResolverConfig',
			'SysctlConfig',
			'VolumeConfig/EPHEMERAL',
			'FilesystemTrimConfig',
			'SecurityProfileConfig',
			'RegistryMirrorConfig/a.com',
			'RegistryMirrorConfig/b.com',
			'RegistryTLSConfig/a.com',
			'HostnameConfig',
			'KubeSpanConfig',
			'KubeClusterConfig',
			'KubeNodeConfig',
			'KubeletConfig',
			'KubeNetworkConfig',
			'KubeAPIServerCAConfig',
			'KubePrismConfig',
			'KubeAggregatorCAConfig',
			'KubeAdmissionControlConfig/PodSecurity',
			'KubeAuditPolicyConfig',
			'KubeAuthenticationConfig',
			'KubeAuthorizerConfig/node',
			'KubeAuthorizerConfig/rbac',
			'KubeEtcdEncryptionConfig',
			'KubeServiceAccountConfig',
			'KubeAPIServerConfig',
			'KubeControllerManagerConfig',
			'KubeSchedulerConfig',
			'KubeProxyConfig',
			'KubeFlannelCNIConfig',
			'KubeCoreDNSConfig',
		],
	);
	assert.deepEqual(kinds({ contract, customCNIUrl: 'https://x/cni.yaml' }).slice(-2), [
		'KubeCoreDNSConfig',
		'KubeExternalManifestConfig/custom-cni',
	]);
});

test('every contract generates every type, and 1.15 is 1.14', () => {
	for (const machineType of ['init', 'controlplane', 'worker'] as const) {
		for (let minor = 0; minor <= 15; minor++)
			assert.equal(rootOf(generate({ contract: { major: 1, minor } }, machineType))?.machine?.type, machineType);
		const [newest, before] = [15, 14].map((minor) => generate({ contract: { major: 1, minor } }, machineType));
		assert.deepEqual(newest, before);
		assert.deepEqual(generate({ contract: currentContract }, machineType), before);
	}
});

test('a worker holds no private key', () => {
	for (let minor = 0; minor <= 15; minor++) {
		assert.doesNotMatch(
			JSON.stringify(generate({ contract: { major: 1, minor } }, 'worker')).replaceAll(/[A-Za-z\d+/]{200,}={0,2}/g, atob),
			/PRIVATE KEY/,
		);
	}
});

test('discovery is a section up to 1.13 and a document afterwards', () => {
	const section = (discovery: boolean) => rootOf(generate({ discovery }))?.cluster?.discovery?.enabled;
	assert.deepEqual([section(true), section(false)], [true, false]);
	const config = generate({ discovery: false, contract: currentContract });
	assert.equal(rootOf(config)?.cluster?.discovery, undefined);
	assert.deepEqual(documentsOf(config, 'DiscoveryServiceConfig'), []);
	assert.equal(documentsOf(config, 'DiscoveryIdentityConfig').length, 1);
});

test('scheduling on control planes goes by three names', () => {
	const options = { allowSchedulingOnControlPlanes: true };
	assert.equal(rootOf(generate({ ...options, contract: parseContract('v1.1') }))?.cluster?.allowSchedulingOnMasters, true);
	assert.equal(rootOf(generate({ ...options, contract: parseContract('v1.2') }))?.cluster?.allowSchedulingOnControlPlanes, true);
	assert.equal(documentsOf(generate({ ...options, contract: currentContract }), 'KubeNodeConfig')[0]?.value.taints, undefined);
	assert.deepEqual(
		{ ...documentsOf(generate({ contract: currentContract }), 'KubeNodeConfig')[0]?.value.taints },
		{ 'node-role.kubernetes.io/control-plane': 'NoSchedule' },
	);
});

test('the registry that moved is mirrored in the one contract that met the move', () => {
	const mirrors = (contract: string) =>
		Object.keys(rootOf(generate({ contract: parseContract(contract) }))?.machine?.registries?.mirrors ?? {});
	assert.deepEqual([mirrors('v1.1'), mirrors('v1.2'), mirrors('v1.3')], [[], ['k8s.gcr.io'], []]);
});

test('a bare IPv6 endpoint changes the subnets', () => {
	assert.deepEqual(rootOf(generate({ endpoint: 'fc00::1' }))?.cluster?.network?.podSubnets, ['fc00:db8:10::/56']);
	assert.deepEqual(rootOf(generate({ endpoint: 'https://[fc00::1]:6443' }))?.cluster?.network?.podSubnets, ['10.244.0.0/16']);
});

test('without Kubernetes and etcd neither is mentioned, but for the token of a worker', () => {
	const contract = { ...currentContract, withoutKubernetes: true, withoutEtcd: true } as const;
	assert.ok(kinds({ contract }).every((kind) => !kind.startsWith('Kube')));
	assert.deepEqual(Object.keys(rootOf(generate({ contract }))?.cluster ?? {}), []);
	assert.deepEqual(Object.keys(rootOf(generate({ contract }, 'worker'))?.cluster ?? {}), ['token']);
});

test('what cannot be generated is refused with the text of upstream', () => {
	const refusal = (options: Partial<GenerateInput>, message: string | RegExp) =>
		assert.throws(() => generate(options), { name: 'ConfigError', code: 'input', message });
	refusal({ kubernetesVersion: '', contract: currentContract }, 'kubernetes version must be specified');
	refusal({ endpoint: 'https://a b' }, /^parse "https:\/\/a b": /);
	refusal({ customCNIUrl: 'https://a b' }, /^failed to parse custom CNI URL: parse /);
	refusal(
		{ registryMirrors: new Map([['r', ['https://a b']]]) },
		/^failed to generate registry configs: failed to parse registry mirror endpoint "https:\/\/a b": parse /,
	);
	refusal({ secrets: {} }, /is required$/);
	assert.equal(rootOf(generate({ kubernetesVersion: '' }))?.machine?.kubelet?.image, '');
});

test('any registry host is a key, and the input decides everything', () => {
	fc.assert(
		fc.property(fc.constantFrom('__proto__', 'constructor', 'a.com'), fc.nat({ max: 15 }), (host, minor) => {
			const options = {
				contract: { major: 1, minor },
				registryMirrors: new Map([[host, ['https://m']]]),
				registryAuthorities: new Map([[host, 'PEM']]),
			};
			const config = generate(options);
			assert.deepEqual(config, generate(options));
			const registries = rootOf(config)?.machine?.registries;
			if (registries)
				assert.ok(Object.keys(registries.mirrors ?? {}).includes(host) && Object.keys(registries.config ?? {}).includes(host));
			else assert.equal(documentsOf(config, 'RegistryMirrorConfig')[0]?.name, host);
		}),
	);
});
