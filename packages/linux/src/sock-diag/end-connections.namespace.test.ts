import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { twoNetworks } from '../../test/two-networks.ts';
import { endConnections } from './end-connections.ts';

const networks = twoNetworks();

test('the connections of an address end on both sides, and those of others go on', {
	skip: networks === undefined ? 'needs root for a network namespace' : false,
	timeout: 30_000,
}, async (t) => {
	assert.ok(networks);
	const { near, far, inFar } = networks;
	t.after(() => networks.close());
	const link = (kernel: typeof near, name: string) => kernel.links().find((one) => one.name === name)?.index ?? assert.fail(name);
	const give = (kernel: typeof near, name: string, address: string) =>
		kernel.addAddress({ linkIndex: link(kernel, name), address, scope: 0, flags: 0x80, priority: 0 });
	give(near, 'near0', '192.0.2.1/24');
	give(near, 'near0', '192.0.2.100/32');
	give(far, 'far0', '192.0.2.2/24');

	// listens for IPv6 too, as the API server does
	const accepted: Socket[] = [];
	const server = createServer((socket) => accepted.push(socket.on('error', () => undefined))).listen(0, '::');
	await once(server, 'listening');
	t.after(() => {
		server.close();
		for (const socket of accepted) socket.destroy();
	});
	const { port } = server.address() as AddressInfo;
	const from = async (host: string) => {
		const client = connect(port, host);
		await once(client, 'connect');
		return client.on('error', () => undefined);
	};
	const moved = await from('192.0.2.100');
	const stays = await from('192.0.2.1');
	const remote = await inFar(async () => await from('192.0.2.100'));
	t.after(() => {
		for (const client of [moved, stays, remote]) client.destroy();
	});

	// once() would fail with the error that is expected
	const ended = Promise.all([moved, remote].map(async (client) => await new Promise((resolve) => client.once('close', resolve))));
	endConnections('192.0.2.100');
	await ended;
	assert.equal(stays.destroyed, false);
	stays.write('x');
	const [, kept] = accepted;
	assert.equal(String((await once(kept ?? assert.fail('no connection'), 'data'))[0]), 'x');
	endConnections('192.0.2.50');
	assert.equal(stays.destroyed, false);
});
