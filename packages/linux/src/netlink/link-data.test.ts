import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeLink, readLink } from './link.ts';
import { encodeLinkData, type LinkData, readLinkData } from './link-data.ts';

const cases: readonly (readonly [string, LinkData, string])[] = [
	// by hand, from linux/if_link.h: length, type, value, little-endian but for the ethertype
	['vlan', { vlan: { id: 100, protocol: 0x8100 } }, '0600010064000000 0600050081000000'],
	['vrf', { vrf: { table: 180 } }, '08000100b4000000'],
	['bridge', { bridge: { stp: true, vlanFiltering: true } }, '0800050001000000 0500070001000000'],
	[
		'bond',
		{ bond: { mode: 4, xmitHashPolicy: 1, adLacpRate: 1, miimon: 100, adActorSysPrio: 65535, arpIpTargets: ['192.0.2.1'] } },
		'0500010004000000 05000e0001000000 0500150001000000 0800030064000000 06001800ffff0000 0c000880080000 00c0000201',
	],
];

describe('what makes a link of its kind', () => {
	for (const [kind, data, bytes] of cases) {
		it(`a ${kind} is sent as the kernel wants it, and read back`, () => {
			const encoded = Buffer.concat([...encodeLinkData(data)]);
			assert.equal(encoded.toString('hex'), bytes.replaceAll(' ', ''));
			assert.deepEqual(readLinkData(kind, encoded), data);
		});
	}

	it('is in the link that it makes', () => {
		const link = readLink(encodeLink(3, { name: 'eth0.100', kind: 'vlan', parentIndex: 2, data: { vlan: { id: 100, protocol: 0x88a8 } } }));
		assert.equal(link.name, 'eth0.100');
		assert.equal(link.parentIndex, 2);
		assert.deepEqual(link.data, { vlan: { id: 100, protocol: 0x88a8 } });
	});

	it('is nothing for a kind that we do not know', () => {
		assert.deepEqual(readLinkData('vxlan', Buffer.alloc(8)), {});
	});
});
