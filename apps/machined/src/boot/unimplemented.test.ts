import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { documentKinds, loadConfig } from '@ichor/machinery/config';
import { checkConfiguration } from './configuration.ts';
import { unimplementedIn, unimplementedKinds } from './unimplemented.ts';

describe('what is not implemented', () => {
	it('is found as documents and as fields, with its place', () => {
		const config = loadConfig(`
version: v1alpha1
machine:
  network:
    interfaces:
      - interface: eth0
        dhcp: true
        dhcpOptions: { ipv6: false }
      - interface: eth1
        dhcp: true
        dhcpOptions: { ipv6: true }
        vlans: [{ vlanId: 7, dhcp: true, dhcpOptions: { ipv6: true } }]
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
`);
		assert.deepEqual(
			unimplementedIn(config).map(({ id, places }) => [id, places]),
			[
				[
					'dhcp6',
					[
						'v1alpha1.Config: machine.network.interfaces[1].dhcpOptions.ipv6',
						'v1alpha1.Config: machine.network.interfaces[1].vlans[0].dhcpOptions.ipv6',
					],
				],
				['volumes', ['UserVolumeConfig/data']],
			],
		);
	});

	it('is warned of when a configuration is handed in', () => {
		const text =
			'apiVersion: v1alpha1\nkind: DHCPv6Config\nname: eth0\n---\napiVersion: v1alpha1\nkind: ResolverConfig\nhostDNS: { enabled: true, forwardKubeDNSToHost: true }\n';
		assert.deepEqual(checkConfiguration(text, { maintenance: true }), [
			'DHCPv6 is not implemented: the links keep the IPv6 addresses that they have (DHCPv6Config/eth0)',
		]);
	});

	it('is every kind of document that nothing on a node reads', () => {
		const sources = ['apps/machined/src/**/*.ts', 'packages/machinery/src/config/effective/*.ts'].flatMap((glob) =>
			globSync(glob, { cwd: root, exclude: (path) => path.endsWith('.test.ts') }),
		);
		const read = new Set(
			sources.flatMap((path) =>
				[...readFileSync(join(root, path), 'utf8').matchAll(/documentsOf\(\w+, '(\w+)'\)/g)].map(([, kind]) => kind),
			),
		);
		const listed = new Set(unimplementedKinds());
		const forgotten = documentKinds.map(({ kind }) => kind).filter((kind) => kind !== 'v1alpha1' && !read.has(kind) && !listed.has(kind));
		assert.deepEqual(forgotten, []);
		assert.deepEqual(
			[...listed].filter((kind) => !documentKinds.some((known) => known.kind === kind)),
			[],
			'kinds that do not exist',
		);
		// read, but what is to act on them refuses, or is not there
		assert.deepEqual(
			[...listed].filter((kind) => read.has(kind)),
			['DHCPv6Config', 'KernelModuleConfig'],
		);
	});
});

/** Of the checkout. */
const root = join(import.meta.dirname, '../../../..');
