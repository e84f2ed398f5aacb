import { ConfigError } from '../../src/config/errors.ts';
import { loadConfig } from '../../src/config/load.ts';
import { validateConfig } from '../../src/config/validate.ts';

const seeds = [
	'apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\nprovisioning: {diskSelector: {match: system_disk}, minSize: 1GiB, maxSize: 80%}\n',
	'apiVersion: v1alpha1\nkind: UserVolumeConfig\nname: data\nencryption: {provider: luks2, keys: [{slot: 0, tpm: {options: {pcrs: [7]}}}]}\n',
	'apiVersion: v1alpha1\nkind: ContainerConfig\nname: a\nimage: nginx@sha256:00\nmounts: [{tmpfs: {destination: /x, options: [ro]}}]\n',
	'apiVersion: v1alpha1\nkind: CRIBaseRuntimeSpecConfig\noverrides: {process: {rlimits: [{type: a, hard: 1}]}, linux: {sysctl: {a: b}}}\n',
	'apiVersion: v1alpha1\nkind: RegistryTLSConfig\nname: a\nca: |\n  -----BEGIN CERTIFICATE-----\n  AAAA\n  -----END CERTIFICATE-----\n',
	'apiVersion: v1alpha1\nkind: SideroLinkConfig\napiUrl: https://a/?jointoken=b\n---\napiVersion: v1alpha1\nkind: OOMConfig\nsampleInterval: 1s\n',
	'version: v1alpha1\nmachine:\n  type: worker\n  ca: {crt: AA==}\n  network: {hostname: a}\ncluster:\n  discovery: {enabled: true}\n---\napiVersion: v1alpha1\nkind: HostnameConfig\nauto: stable\n',
];

/** Whatever can be loaded is judged without throwing, in every mode. */
export const target = {
	name: 'validate',
	seeds: seeds.map((seed) => new TextEncoder().encode(seed)),
	run(input: Uint8Array): void {
		let config: ReturnType<typeof loadConfig>;
		try {
			config = loadConfig(input, { allowUnknown: true });
		} catch (thrown) {
			if (thrown instanceof ConfigError) return;
			throw thrown;
		}
		for (const mode of ['metal', 'cloud', 'container'] as const) {
			validateConfig(config, { mode, local: mode !== 'cloud', strict: mode === 'metal' });
		}
	},
};
