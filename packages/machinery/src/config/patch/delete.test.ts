import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { ConfigError } from '../errors.ts';
import { applyPatches } from './apply-patches.ts';
import { parsePatch } from './load-patches.ts';

function patched(config: string, patch: string): string {
	return String(applyPatches(config, [parsePatch(patch)]).text);
}

function refusal(config: string, patch: string): ConfigError {
	try {
		patched(config, patch);
	} catch (error) {
		assert.ok(error instanceof ConfigError, String(error));
		return error;
	}
	return assert.fail('was applied');
}

const config = `version: v1alpha1
machine:
    type: worker
    token: ""
    certSANs:
        - a
    kubelet:
        extraArgs:
            a: b
            c: d
        extraMounts:
            - destination: /a
              source: /a
            - destination: /b
              source: /b
    network:
        hostname: a
        interfaces:
            - interface: eth0
              mtu: 1500
            - interface: eth1
cluster: null
---
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
mtu: 1500
---
apiVersion: v1alpha1
kind: LinkConfig
name: eth1
`;

describe('`$patch: delete` takes away', () => {
	const cases: readonly (readonly [what: string, patch: string, gone: RegExp])[] = [
		['a field', 'machine:\n  network:\n    hostname:\n      $patch: delete\n', / {8}hostname: a\n/],
		['a struct', 'machine:\n  kubelet:\n    $patch: delete\n', / {4}kubelet:\n(?: {8}.*\n)+/],
		['a list', 'machine:\n  certSANs:\n    $patch: delete\n', / {8}- a\n/],
		['a key of a map', 'machine:\n  kubelet:\n    extraArgs:\n      c:\n        $patch: delete\n', / {12}c: d\n/],
		[
			'an item of a list',
			'machine:\n  network:\n    interfaces:\n      - interface: eth0\n        $patch: delete\n',
			/ {12}- interface: eth0\n.*\n/,
		],
		[
			'an item that it names behind the marker',
			'machine:\n  network:\n    interfaces:\n      - $patch: delete\n        interface: eth0\n',
			/ {12}- interface: eth0\n.*\n/,
		],
		[
			'a document',
			'apiVersion: v1alpha1\nkind: LinkConfig\nname: eth1\n$patch: delete\n',
			/---\napiVersion: v1alpha1\nkind: LinkConfig\nname: eth1\n$/,
		],
	];
	for (const [what, patch, gone] of cases) {
		it(what, () => {
			assert.match(config, gone);
			const expected = config.replace(gone, '').replace('certSANs:\n    kubelet', 'certSANs: []\n    kubelet');
			assert.equal(patched(config, patch), expected);
		});
	}
});

test('what is not there needs no deleting where it is a document, and must be there otherwise', () => {
	assert.equal(patched(config, 'apiVersion: v1alpha1\nkind: LinkConfig\nname: eth7\n$patch: delete\n'), config);
	// what is left of such a document is its identity
	const hostname = 'apiVersion: v1alpha1\nkind: HostnameConfig\n';
	assert.equal(patched(config, `${hostname}hostname: {$patch: delete}\n`), `${config}---\n${hostname}`);
	const { message, places } = refusal(config, '\nmachine:\n  time:\n    servers:\n      $patch: delete\n');
	assert.equal(
		message,
		"patch delete: path 'machine.time.servers' in document '/v1alpha1': failed to delete path 'machine.time.servers': lookup failed",
	);
	assert.deepEqual(places, [{ source: 'patch', line: 5, column: 7, message: 'this marker points at nothing' }]);
	assert.equal(
		refusal(config, 'apiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\nnothing: {$patch: delete}\n').message,
		"named patch delete: document v1alpha1/LinkConfig: failed to delete path 'nothing': lookup failed",
	);
});

test('a marker that cannot be meant is refused when the patch is read', () => {
	const refusals = {
		'a document without its kind': ['$patch: delete\nname: a\n', /missing apiVersion in document for which \$patch: delete is used/],
		'inside of an item': [
			'machine: {network: {interfaces: [{interface: a, dhcpOptions: {$patch: delete}}]}}\n',
			/cannot delete an inner key in/,
		],
		'an item without a key': ['machine: {certSANs: [{$patch: delete}]}\n', /no key:val found in sequence node/],
	} as const;
	for (const [name, [patch, message]] of Object.entries(refusals)) assert.match(refusal(config, patch).message, message, name);
});

test('markers in the root document come first, wherever they stand', () => {
	const patch = 'machine:\n  network:\n    hostname: b\n---\nmachine:\n  network:\n    hostname:\n      $patch: delete\n';
	assert.match(patched(config, patch), /hostname: b/);
});

test('numbers, booleans and sizes have no text by which an item is found', () => {
	const vlans = 'machine: {network: {interfaces: [{interface: a, vlans: [{vlanId: 5}]}]}}\n';
	assert.match(
		refusal(vlans, 'machine: {network: {interfaces: [{vlans: [{vlanId: 5, $patch: delete}]}]}}\n').message,
		/lookup failed|not supported/,
	);
});
