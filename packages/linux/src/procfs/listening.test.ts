import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { test } from 'node:test';
import { isListening } from './listening.ts';

for (const host of ['127.0.0.1', '::1']) {
	test(`a port of ${host} is listened at, and not any more`, async () => {
		const server = createServer();
		await once(server.listen(0, host), 'listening');
		const { port } = server.address() as AddressInfo;
		assert.equal(await isListening(port), true);
		const client = connect(port, host);
		const [served] = await once(server, 'connection');
		const closed = once(server, 'close');
		server.close();
		// a connection that goes on is nobody who listens
		assert.equal(await isListening(port), false);
		served.destroy();
		client.destroy();
		await closed;
	});
}
