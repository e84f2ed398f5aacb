import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:http2';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { connectionFailure } from './connection-failure.ts';

test('a call to a port where nobody listens says so as upstream does', async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	const session = connect(`http://127.0.0.1:${port}`).on('error', () => undefined);
	const [error] = (await once(session.request({ ':path': '/' }), 'error').catch((thrown: unknown) => [thrown])) as [unknown];
	assert.deepEqual(connectionFailure(error), {
		code: 14,
		message: `connection error: desc = "transport: Error while dialing: dial tcp 127.0.0.1:${port}: connect: connection refused"`,
	});
});

test('a node without a certificate for others says that', () => {
	const reason = 'this node cannot reach others: it has no client certificate';
	assert.deepEqual(connectionFailure(new Error(reason)), { code: 14, message: `connection error: desc = "transport: ${reason}"` });
});
