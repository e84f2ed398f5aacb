import assert from 'node:assert/strict';
import { encodeCommentedConfig } from '../../src/config/comments/index.ts';
import {
	ConfigError,
	configDiffText,
	diffConfigs,
	encodeConfig,
	loadConfig,
	type MachineConfig,
	redactConfig,
	unexpandedVariables,
} from '../../src/config/index.ts';

const seeds = [
	'version: v1alpha1\nmachine:\n  type: worker\n  token: ${TOKEN}\n  sysctls: {a: "1"}\n  network: {interfaces: [{interface: eth0, addresses: [10.0.0.1/24]}]}\ncluster:\n  controlPlane: {endpoint: https://a:6443}\n',
	'apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\nprovisioning: {diskSelector: {match: system_disk}, minSize: 1GiB, maxSize: 80%}\n---\nmachine: {ca: {crt: QUJD, key: QUJD}}\n',
	'apiVersion: v1alpha1\nkind: NetworkRuleConfig\nname: a\nportSelector: {ports: [80, 90-100], protocol: tcp}\ningress: [{subnet: 10.0.0.0/8}]\n',
	'machine:\n  kubelet: {extraConfig: &a {b: [1, 2.0, ~, 2020-01-01, !!binary aGk=]}, extraArgs: {x: [y, z]}}\n  time: {bootTimeout: 1h, servers: [a]}\ncluster: {apiServer: {auditPolicy: *a}}\n',
	'apiVersion: v2\nkind: Later\nspec: {1: a, __proto__: b}\n',
];

/**
 * Any text is loaded, or refused with ConfigError; what was loaded is printed, redacted, compared and searched without
 * throwing, and differs from itself in nothing.
 */
export const target = {
	name: 'load',
	seeds: seeds.map((seed) => new TextEncoder().encode(seed)),
	run(input: Uint8Array): void {
		const config = loaded(input);
		if (config === undefined) return;
		const text = encodeConfig(config);
		encodeCommentedConfig(config, 'all');
		unexpandedVariables(config);
		encodeConfig(redactConfig(config));
		assert.equal(configDiffText(config, config), '');
		assert.deepEqual(diffConfigs(config, config), []);
		const again = loaded(text);
		if (again !== undefined) assert.equal(encodeConfig(loaded(encodeConfig(again)) ?? again), encodeConfig(again));
	},
};

function loaded(input: string | Uint8Array): MachineConfig | undefined {
	try {
		return loadConfig(input, { allowUnknown: true });
	} catch (error) {
		assert.ok(error instanceof ConfigError, String(error));
		assert.ok(error.places.length > 0 || error.message === 'config not found', error.message);
		return undefined;
	}
}
