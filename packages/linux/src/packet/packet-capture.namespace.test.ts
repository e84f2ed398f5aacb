import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { enterNetwork } from '../../test/two-networks.ts';
import { openRouteNetlink } from '../netlink/route-netlink.ts';
import { gratuitousArp } from './gratuitous-arp.ts';
import { type CapturedPacket, capturePackets } from './packet-capture.ts';
import type { FilterInstruction } from './packet-filter.ts';

const isolated = enterNetwork();

describe('packet capture', { skip: isolated ? false : 'needs root for a network namespace' }, () => {
	it('has every packet of a link, or those that a filter takes, cut off where it is told', async () => {
		const kernel = openRouteNetlink();
		kernel.addLink({ name: 've0', kind: 'veth', peerName: 've1', up: true });
		const [left, right] = ['ve0', 've1'].map((name) => kernel.links().find((link) => link.name === name));
		assert.ok(left && right);
		kernel.changeLink(right.index, { up: true });
		const all: CapturedPacket[] = [];
		const none: CapturedPacket[] = [];
		const options = { linkIndex: right.index, promiscuous: true, snapLength: 20 };
		const ends = [
			capturePackets({ ...options, filter: [] }, (packet) => all.push(packet)),
			capturePackets({ ...options, filter: nothing }, (packet) => none.push(packet)),
		];
		const arp = await waitFor(
			withTimeout(background, 5000),
			() => {
				gratuitousArp.announce(left, '192.0.2.7/32');
				return all.find(({ bytes }) => Buffer.from(bytes).readUInt16BE(12) === 0x0806);
			},
			20,
		);
		for (const end of ends) end();
		kernel.close();
		assert.equal(arp.bytes.length, 20);
		// an Ethernet header and an ARP packet
		assert.equal(arp.length, 14 + 28);
		assert.ok(Math.abs(arp.at - Date.now()) < 60_000);
		assert.deepEqual(none, []);
	});

	it('goes on when the link has been down', async () => {
		const kernel = openRouteNetlink();
		kernel.addLink({ name: 've2', kind: 'veth', peerName: 've3', up: true });
		const [left, right] = ['ve2', 've3'].map((name) => kernel.links().find((link) => link.name === name));
		assert.ok(left && right);
		kernel.changeLink(right.index, { up: true });
		let seen = 0;
		const end = capturePackets({ linkIndex: right.index, promiscuous: false, snapLength: 20, filter: [] }, () => {
			seen += 1;
		});
		const announced = async () =>
			await waitFor(
				withTimeout(background, 5000),
				() => {
					gratuitousArp.announce(left, '192.0.2.7/32');
					return seen > 0 || undefined;
				},
				20,
			);
		await announced();
		kernel.changeLink(right.index, { up: false });
		kernel.changeLink(right.index, { up: true });
		seen = 0;
		await announced();
		end();
		kernel.close();
	});

	it('refuses what is no filter, and a link that is not there', () => {
		const options = { linkIndex: 1, promiscuous: false, snapLength: 64 };
		const refused = (filter: readonly FilterInstruction[], linkIndex = 1) =>
			assert.throws(() => capturePackets({ ...options, linkIndex, filter }, () => undefined), { name: 'LinuxError' });
		refused([{ op: 0x10000, jt: 0, jf: 0, k: 0 }]);
		refused([{ op: 0xffff, jt: 0, jf: 0, k: 0 }]);
		refused(Array.from({ length: 5000 }, () => ({ op: 6, jt: 0, jf: 0, k: 0 })));
		refused([], 9999);
	});
});

/** BPF_RET | BPF_K, with no bytes. */
const nothing: readonly FilterInstruction[] = [{ op: 0x06, jt: 0, jf: 0, k: 0 }];
