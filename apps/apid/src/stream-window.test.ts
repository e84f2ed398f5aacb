import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type ClientHttp2Session, connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { cancelCall } from './backends.ts';
import { smallestWindow, windowBudget, windowSize } from './constants.ts';
import { openCall, shareWindow, windowOf } from './stream-window.ts';

test('a few streams have wide windows, and all together not more than there is to share', () => {
	assert.deepEqual(
		[0, 1, 8, 9, 16, 17, 100].map(windowOf),
		[4, 4, 4, 2, 2, 1, 0.25].map((share) => share * 2 ** 20),
	);
	for (const streams of [9, 100, 400]) assert.ok(windowOf(streams) * streams <= windowBudget);
	assert.equal(windowOf(1000), smallestWindow);
	assert.equal(windowOf(1), windowSize);
});

test('what is not read stays within bounds, and the streams that come after are as fast as ever', async (t) => {
	const session = await sessionOf(t);
	const calls = Array.from({ length: 200 }, () => openCall(session, { ':path': '/' }));
	for (const call of calls) call.on('error', () => undefined).pause();
	await settled(session, windowOf(200));
	for (const call of calls) cancelCall(call);
	await settled(session, windowSize);
	const call = openCall(session, { ':path': '/' });
	let received = 0;
	call
		.on('error', () => undefined)
		.on('data', (chunk: Buffer) => {
			received += chunk.length;
		});
	await waitFor(withTimeout(background, 10_000), () => (received > 2 * windowSize ? true : undefined), 5);
	cancelCall(call);
});

async function settled(session: ClientHttp2Session, window: number): Promise<void> {
	const reached = () => (session.localSettings.initialWindowSize === window ? true : undefined);
	await waitFor(withTimeout(background, 10_000), reached, 5);
}

/** A session whose other end sends without end. */
async function sessionOf(t: TestContext): Promise<ClientHttp2Session> {
	const server = createServer();
	server.on('stream', (stream) => {
		stream.on('error', () => undefined);
		stream.respond();
		const chunk = Buffer.alloc(1 << 14);
		const write = (): void => {
			while (!stream.destroyed && stream.write(chunk));
		};
		stream.on('drain', write);
		write();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { settings: { initialWindowSize: windowSize } });
	shareWindow(session);
	t.after(() => {
		session.destroy();
		server.close();
	});
	return session;
}
