import assert from 'node:assert/strict';
import { applyPatches, ConfigError, type Patch, type PatchedConfig, parsePatch } from '../../src/config/index.ts';

const config =
	'version: v1alpha1\nmachine:\n  type: worker\n  certSANs: [a]\n  sysctls: {a: "1"}\n  kubelet: {extraConfig: {a: {b: [1]}}, extraArgs: {x: y}}\n  network: {interfaces: [{interface: eth0, vlans: [{vlanId: 5}]}]}\n';
const others =
	'---\napiVersion: v1alpha1\nkind: SideroLinkConfig\napiUrl: https://u@a/b?jointoken=c\n---\napiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\nmtu: 1500\n';

const seeds = [
	'machine: {type: controlplane, certSANs: [b], network: {interfaces: [{interface: eth0, vlans: [{vlanId: 5, dhcp: true}]}]}}\n',
	'machine: {kubelet: {$patch: delete}, certSANs: {$patch: delete}}\n---\napiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\n$patch: delete\n',
	'machine: {network: {interfaces: [{interface: eth0, $patch: delete}]}, kubelet: {extraConfig: {a: {b: [2], c: d}}}}\n',
	'apiVersion: v1alpha1\nkind: SideroLinkConfig\napiUrl: grpc://b:1\n',
	'[{"op": "add", "path": "/machine/certSANs/-", "value": {"a": [1.50, null]}}, {"op": "copy", "from": "/machine", "path": "/machine/x"}]',
	'- op: test\n  path: /machine/type\n  value: worker\n- {op: move, from: /machine/sysctls, path: /cluster}\n- {op: remove, path: /machine/certSANs/-1}\n',
];

/** Any patch is read and applied, or refused with ConfigError; the first use of one leaves nothing behind for the next. */
export const target = {
	name: 'patch',
	seeds: seeds.map((seed) => new TextEncoder().encode(seed)),
	run(input: Uint8Array): void {
		const patch = refusedQuietly(() => parsePatch(input));
		if (patch === undefined) return;
		for (const text of [config, config + others]) {
			assert.deepEqual(patched(text, patch), patched(text, patch));
		}
	},
};

function patched(text: string, patch: Patch): PatchedConfig['text'] | undefined {
	return refusedQuietly(() => applyPatches(text, [patch]).text);
}

function refusedQuietly<T>(run: () => T): T | undefined {
	try {
		return run();
	} catch (error) {
		assert.ok(error instanceof ConfigError, error instanceof Error ? error.stack : String(error));
		return undefined;
	}
}
