import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enterNetwork } from '../../test/two-networks.ts';
import { openRouteNetlink } from '../netlink/route-netlink.ts';
import { encodeBitset, readBitset } from './bitset.ts';
import { openEthtool } from './ethtool.ts';

const isolated = enterNetwork();

describe('ethtool of the kernel', { skip: isolated ? false : 'needs root for a network namespace' }, () => {
	it('tells of a veth what ethtool(8) tells, and changes a feature', () => {
		const links = openRouteNetlink();
		links.addLink({ name: 've0', kind: 'veth', peerName: 've1', up: true });
		const { index } = links.links().find(({ name }) => name === 've0') ?? assert.fail();
		const cards = openEthtool();
		assert.equal(cards.linkState(index), false);
		assert.deepEqual(cards.linkMode(index), { speed: 10000, duplex: 1, ours: [], peer: [] });
		assert.equal(cards.driver('ve0')?.driver, 'veth');
		assert.equal(cards.channels(index)?.rx, 1);
		const state = (name: string) => cards.features(index)?.find((feature) => feature.name === name)?.status;
		assert.equal(state('tx-checksum-ip-generic'), 'on');
		assert.equal(state('vlan-challenged'), 'off [fixed]');
		cards.setFeatures(index, { 'tx-checksum-ip-generic': false });
		assert.equal(state('tx-checksum-ip-generic'), 'off');
		cards.close();
		links.close();
	});

	it('answers undefined for what a link does not have', () => {
		const cards = openEthtool();
		assert.equal(cards.rings(1), undefined);
		assert.equal(cards.wakeOnLan(1), undefined);
		assert.equal(cards.driver('lo'), undefined);
		assert.equal(cards.linkState(12345), undefined);
		cards.close();
	});
});

describe('bitsets', () => {
	it('come back as they were written', () => {
		const bytes = encodeBitset(3, { 'rx-gro': true, 'rx-lro': false });
		assert.deepEqual(
			readBitset(bytes.subarray(4)).map(({ name, on }) => [name, on]),
			[
				['rx-gro', true],
				['rx-lro', false],
			],
		);
	});
});
