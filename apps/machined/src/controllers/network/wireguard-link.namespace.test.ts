import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openRouteNetlink } from '@ichor/linux/netlink';
import { enterNetwork } from '@ichor/linux/test';
import { wireguard } from '@ichor/linux/wireguard';
import { wireguardChange } from './wireguard-link.ts';

const isolated = enterNetwork();

it('a WireGuard link of the kernel is what it was set to', { skip: isolated ? false : 'needs root for a network namespace' }, (test) => {
	const kernel = openRouteNetlink();
	test.after(() => kernel.close());
	try {
		kernel.addLink({ name: 'wg0', kind: 'wireguard' });
	} catch (error) {
		assert.equal((error as { code?: string }).code, 'not-supported');
		return test.skip('this kernel has no WireGuard');
	}
	const index = kernel.links().find(({ name }) => name === 'wg0')?.index ?? 0;
	const [own = '', publicKey = ''] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
	const peers = [
		{ publicKey, presharedKey: '', endpoint: '192.0.2.7:51820', persistentKeepaliveInterval: '25s', allowedIPs: ['10.8.0.0/24'] },
	];
	const wanted = { privateKey: own, listenPort: 51820, firewallMark: 0, peers };
	const change = wireguardChange(wireguard.device(index), wanted);
	assert.ok(change);
	wireguard.change(index, change);
	assert.equal(wireguardChange(wireguard.device(index), wanted), undefined);
});
