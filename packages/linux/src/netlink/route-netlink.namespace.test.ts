import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { enterNetwork } from '../../test/two-networks.ts';
import { addressFamilies } from './address.ts';
import { FakeRouteNetlink } from './fake/route-netlink.ts';
import { linkFlags } from './link.ts';
import { openRouteNetlink, type RouteNetlink } from './route-netlink.ts';

const isolated = enterNetwork();
const kernels: readonly (readonly [string, () => RouteNetlink, string | false])[] = [
	['the kernel', openRouteNetlink, isolated ? false : 'needs root for a network namespace'],
	['the fake', () => new FakeRouteNetlink(), false],
];

for (const [name, open, skip] of kernels) {
	describe(`rtnetlink of ${name}`, { skip }, () => {
		it('makes, changes and removes a bridge', () => {
			const kernel = open();
			kernel.addLink({ name: 'br9', kind: 'bridge', data: { bridge: { stp: true } }, mtu: 1400 });
			const made = find(kernel, 'br9');
			assert.equal(made.kind, 'bridge');
			assert.equal(made.mtu, 1400);
			assert.equal(made.data.bridge?.stp, true);
			kernel.changeLink(made.index, { up: true, alias: 'lan' });
			const changed = find(kernel, 'br9');
			assert.equal(changed.flags & linkFlags.up, linkFlags.up);
			assert.equal(changed.alias, 'lan');
			assert.throws(() => kernel.addLink({ name: 'br9', kind: 'bridge' }), { code: 'already-exists' });
			kernel.removeLink(made.index);
			assert.equal(
				kernel.links().some((link) => link.name === 'br9'),
				false,
			);
			assert.throws(() => kernel.removeLink(made.index), { code: 'not-found' });
			kernel.close();
		});

		it('holds an address that is there already', () => {
			const kernel = open();
			kernel.addLink({ name: 'br4', kind: 'bridge', up: true });
			const { index } = find(kernel, 'br4');
			const address = { linkIndex: index, address: '192.0.2.101/32', scope: 0, flags: 0, priority: 0, validSeconds: 60 };
			kernel.holdAddress(address);
			kernel.holdAddress(address);
			assert.equal(kernel.addresses().filter((one) => one.address === '192.0.2.101/32').length, 1);
			kernel.removeAddress(address);
			kernel.removeLink(index);
			kernel.close();
		});

		it('gives a link an address and a route, and takes them back', () => {
			const kernel = open();
			kernel.addLink({ name: 'br8', kind: 'bridge', up: true });
			const { index } = find(kernel, 'br8');
			const address = { linkIndex: index, address: '192.0.2.7/24', scope: 0, flags: 0x80, priority: 0, broadcast: '192.0.2.255' };
			kernel.addAddress(address);
			const stored = kernel.addresses().find((one) => one.address === '192.0.2.7/24');
			assert.equal(stored?.linkIndex, index);
			assert.equal(stored.family, addressFamilies.inet4);
			assert.equal(stored.broadcast, '192.0.2.255');
			assert.throws(() => kernel.addAddress(address), { code: 'already-exists' });
			const route = {
				family: addressFamilies.inet4,
				destination: '198.51.100.0/24',
				source: '192.0.2.7',
				gateway: '192.0.2.1',
				outLinkIndex: index,
				table: 254,
				priority: 512,
				scope: 0,
				type: 1,
				flags: 0,
				protocol: 4,
				mtu: 1300,
			};
			kernel.addRoute(route);
			assert.deepEqual(
				kernel.routes().find((one) => one.destination === route.destination),
				route,
			);
			kernel.removeRoute(route);
			assert.equal(
				kernel.routes().some((one) => one.destination === route.destination),
				false,
			);
			kernel.removeAddress(address);
			assert.throws(() => kernel.removeAddress(address), { code: 'not-found' });
			kernel.removeLink(index);
			kernel.close();
		});

		it('has IPv6 addresses, and rules', () => {
			const kernel = open();
			kernel.addLink({ name: 'br7', kind: 'bridge', up: true });
			const { index } = find(kernel, 'br7');
			kernel.addAddress({ linkIndex: index, address: '2001:db8::7/64', scope: 0, flags: 0x82, priority: 0 });
			assert.equal(kernel.addresses().find((one) => one.address === '2001:db8::7/64')?.linkIndex, index);
			const rule = {
				family: addressFamilies.inet4,
				source: '192.0.2.0/24',
				destination: '',
				table: 180,
				priority: 1000,
				action: 1,
				inLinkName: '',
				outLinkName: '',
				mark: 0x20,
				markMask: 0x60,
				protocol: 4,
			};
			kernel.addRule(rule);
			assert.deepEqual(
				kernel.rules().find(({ priority }) => priority === 1000),
				rule,
			);
			kernel.removeRule(rule);
			assert.equal(
				kernel.rules().some(({ priority }) => priority === 1000),
				false,
			);
			kernel.removeLink(index);
			kernel.close();
		});

		it('tells of changes, and no more once the watch has ended', async () => {
			const kernel = open();
			let told = 0;
			const end = kernel.watch(['links'], () => told++);
			kernel.addLink({ name: 'br6', kind: 'bridge' });
			await waitFor(withTimeout(background, 5000), () => (told > 0 ? true : undefined), 5);
			end();
			const before = told;
			kernel.removeLink(find(kernel, 'br6').index);
			// an event would come with the next turn of the poll
			await new Promise((resolve) => setImmediate(resolve));
			assert.equal(told, before);
			kernel.close();
		});
	});
}

describe('rtnetlink of the kernel', { skip: isolated ? false : 'needs root for a network namespace' }, () => {
	it('takes away a held address by itself, while this process hangs', () => {
		const kernel = openRouteNetlink();
		kernel.addLink({ name: 'br5', kind: 'bridge', up: true });
		const { index } = find(kernel, 'br5');
		const has = () => kernel.addresses().some(({ address }) => address === '192.0.2.102/32');
		const hold = (validSeconds: number) =>
			kernel.holdAddress({ linkIndex: index, address: '192.0.2.102/32', scope: 0, flags: 0, priority: 0, validSeconds });
		// nothing else of this process runs meanwhile
		const hang = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
		hold(1);
		hold(600);
		// the kernel looks once a second (net/ipv4/devinet.c, check_lifetime), and later on a busy machine
		hang(2500);
		assert.ok(has(), 'gone although it was held anew');
		hold(1);
		for (let waited = 0; has(); waited += 50) {
			assert.ok(waited < 30_000, 'still there 30 s after it was held for one');
			hang(50);
		}
		kernel.removeLink(index);
		kernel.close();
	});

	it('makes both ends of a veth', () => {
		const kernel = openRouteNetlink();
		kernel.addLink({ name: 've0', kind: 'veth', peerName: 've1' });
		const [left, right] = [find(kernel, 've0'), find(kernel, 've1')];
		assert.equal(left.parentIndex, right.index);
		kernel.removeLink(left.index);
		assert.equal(
			kernel.links().some((link) => link.name === 've1'),
			false,
		);
		kernel.close();
	});

	it('says which kind of link this kernel does not have', () => {
		const kernel = openRouteNetlink();
		assert.throws(() => kernel.addLink({ name: 'x0', kind: 'no-such-kind' }), {
			code: 'not-supported',
			message: /add the link x0.*Unknown device type/,
		});
		kernel.close();
	});

	it('sees the same links as /proc', () => {
		const kernel = openRouteNetlink();
		const names = readFileSync('/proc/thread-self/net/dev', 'utf8')
			.split('\n')
			.flatMap((line) => (line.includes(':') ? [(line.split(':')[0] ?? '').trim()] : []));
		assert.deepEqual(
			kernel
				.links()
				.map((link) => link.name)
				.sort(),
			names.sort(),
		);
		kernel.close();
	});
});

function find(kernel: RouteNetlink, name: string) {
	const link = kernel.links().find((one) => one.name === name);
	assert.ok(link, `no link ${name}`);
	return link;
}
