import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { attribute } from '../netlink/attributes.ts';
import { encodeChange, readDevice, type WireguardPeer } from './device.ts';

const key = fc
	.uint8Array({ minLength: 32, maxLength: 32 })
	.filter((bytes) => bytes.some((byte) => byte !== 0))
	.map((bytes) => Buffer.from(bytes).toString('base64'));
const port = fc.nat(65535);
const peer = fc.record<WireguardPeer>({
	publicKey: key,
	presharedKey: fc.oneof(fc.constant(''), key),
	endpoint: fc.oneof(
		fc.constant(''),
		port.map((one) => `192.0.2.7:${one}`),
		port.map((one) => `[2001:db8::7]:${one}`),
	),
	keepaliveSeconds: port,
	allowedIPs: fc.array(fc.constantFrom('10.0.0.0/8', '0.0.0.0/0', '::/0', '2001:db8::/32', '192.0.2.1/32'), { maxLength: 4 }),
});
const peers = fc.uniqueArray(peer, { selector: ({ publicKey }) => publicKey, maxLength: 5 });

describe('messages of WireGuard', () => {
	it('say of a device what was said to it', () => {
		fc.assert(
			fc.property(key, port, fc.nat(0xffffffff), peers, (privateKey, listenPort, firewallMark, setPeers) => {
				const sent = Buffer.concat(encodeChange(7, { privateKey, listenPort, firewallMark, setPeers, removePeers: [] }).flat());
				const plain = setPeers.map((one) => ({ ...one }));
				assert.deepEqual(readDevice([sent]), { privateKey, publicKey: '', listenPort, firewallMark, peers: plain });
			}),
		);
	});

	it('go on in the next one, in the middle of a peer too', () => {
		const one: WireguardPeer = { publicKey: keyOf(1), presharedKey: '', endpoint: '', keepaliveSeconds: 0, allowedIPs: ['10.0.0.0/8'] };
		const part = (peer: WireguardPeer) => Buffer.concat(encodeChange(7, { setPeers: [peer], removePeers: [] }).flat());
		const read = readDevice([part(one), part({ ...one, allowedIPs: ['172.16.0.0/12'] }), part({ ...one, publicKey: keyOf(2) })]);
		assert.deepEqual(
			read.peers.map(({ publicKey, allowedIPs }) => [publicKey, allowedIPs]),
			[
				[keyOf(1), ['10.0.0.0/8', '172.16.0.0/12']],
				[keyOf(2), ['10.0.0.0/8']],
			],
		);
	});

	it('are several where peers do not fit into one, and say of the device itself once', () => {
		const publicKeys = Array.from({ length: 2000 }, (_, index) => Buffer.alloc(32, `key ${index} `).toString('base64'));
		const setPeers = publicKeys.map(
			(publicKey): WireguardPeer => ({ publicKey, presharedKey: '', endpoint: '', keepaliveSeconds: 0, allowedIPs: ['10.0.0.0/8'] }),
		);
		const messages = encodeChange(7, { listenPort: 51820, setPeers, removePeers: [] });
		assert.ok(messages.length > 1);
		const read = messages.map((attributes) => readDevice([Buffer.concat(attributes)]));
		assert.deepEqual(
			read.map(({ listenPort }) => listenPort),
			[51820, ...read.slice(1).map(() => 0)],
		);
		assert.deepEqual(
			read.flatMap(({ peers: all }) => all.map(({ publicKey }) => publicKey)),
			publicKeys,
		);
	});

	it('are as linux/wireguard.h lays them out', () => {
		const [[index, , , , removal] = []] = encodeChange(3, { setPeers: [], removePeers: [keyOf(1)] });
		assert.equal(index?.toString('hex'), '0800010003000000');
		// WGDEVICE_A_PEERS { 0 { WGPEER_A_PUBLIC_KEY, WGPEER_A_FLAGS: WGPEER_F_REMOVE_ME } }
		assert.equal(removal?.toString('hex'), `340008803000008024000100${Buffer.alloc(32, 1).toString('hex')}0800030001000000`);
	});

	it('refuse what is no key or address, and never say it', () => {
		const bad = (change: Partial<WireguardPeer>) => () =>
			encodeChange(1, {
				setPeers: [{ publicKey: keyOf(1), presharedKey: '', endpoint: '', keepaliveSeconds: 0, allowedIPs: [], ...change }],
				removePeers: [],
			});
		assert.throws(bad({ presharedKey: 'c2VjcmV0' }), (error: Error) => !error.message.includes('c2VjcmV0'));
		for (const endpoint of ['192.0.2.1', '[::1]', 'name:51820', '192.0.2.1:70000'])
			assert.throws(bad({ endpoint }), { code: 'invalid-argument' });
		assert.throws(() => readDevice([attribute(8, [attribute(0, [attribute(4, Buffer.alloc(20, 10))])])]), { code: 'malformed' });
	});
});

function keyOf(byte: number): string {
	return Buffer.alloc(32, byte).toString('base64');
}
