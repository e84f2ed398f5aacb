import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { enterNetwork } from '../../test/two-networks.ts';
import { libc, nonBlocking } from '../libc/libc.ts';
import { openRouteNetlink } from '../netlink/route-netlink.ts';
import { askForAddress } from './address-question.ts';
import { announcement, gratuitousArp } from './gratuitous-arp.ts';

const isolated = enterNetwork();

describe('gratuitous ARP', () => {
	it('is a request for the own address, as RFC 826 lays it out', () => {
		const bytes = announcement(Buffer.from('020000000001', 'hex'), Buffer.from([192, 0, 2, 7]));
		assert.equal(bytes.toString('hex'), '0001080006040001020000000001c0000207000000000000c0000207');
	});

	it('reaches the other end of a link, and whoever asks there', {
		skip: isolated ? false : 'needs root for a network namespace',
	}, async () => {
		const kernel = openRouteNetlink();
		kernel.addLink({ name: 've0', kind: 'veth', peerName: 've1', up: true });
		const [left, right] = ['ve0', 've1'].map((name) => kernel.links().find((link) => link.name === name) ?? assert.fail());
		assert.ok(left && right);
		kernel.changeLink(right.index, { up: true });
		await waitFor(
			withTimeout(background, 5000),
			() => (kernel.links().find(({ name }) => name === 've0')?.operationalState === 6 ? true : undefined),
			5,
		);
		const ear = listenForArp(right.index);
		gratuitousArp.announce(left, '192.0.2.7/32');
		const frame = Buffer.alloc(64);
		const length = await waitFor(withTimeout(background, 5000), () => libc.receive(ear, frame, 'hear ARP'), 5);
		const own = Buffer.from(left.hardwareAddress.replaceAll(':', ''), 'hex');
		assert.deepEqual(frame.subarray(0, length), announcement(own, Buffer.from([192, 0, 2, 7])));
		gratuitousArp.announce(left, '2001:db8::1/128');
		assert.equal(libc.receive(ear, frame, 'hear ARP'), undefined);
		libc.close(ear);
		const answers: string[] = [];
		const end = askForAddress({ link: right, from: '192.0.2.1', ip: '192.0.2.7', every: 1000 }, (hardware) => answers.push(hardware));
		gratuitousArp.announce(left, '192.0.2.8/32');
		gratuitousArp.announce(left, '192.0.2.7/32');
		await waitFor(withTimeout(background, 5000), () => answers.length > 0 || undefined, 5);
		end();
		assert.deepEqual([...new Set(answers)], [left.hardwareAddress]);
		kernel.close();
	});
});

function listenForArp(linkIndex: number): number {
	const fd = libc.socket(17, 2 | nonBlocking, 0x0608, 'open a packet socket');
	const address = Buffer.alloc(20);
	address.writeUInt16LE(17, 0);
	address.writeUInt16BE(0x0806, 2);
	address.writeInt32LE(linkIndex, 4);
	libc.bind(fd, address, 'listen for ARP');
	return fd;
}
