import assert from 'node:assert/strict';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { openUserSpaceLoadBalancer } from './user-space-load-balancer.ts';

/** From the moment that a test asks for it: files are read long before their tests run. */
const context = () => withTimeout(background, 60_000);

describe('the load balancer of this process', () => {
	test('leads to every server that is up, in turns, and past one that is down', async (t) => {
		const [a, b] = [await namedServer(t, 'a'), await namedServer(t, 'b')];
		const { port, balancer } = await opened(t);
		balancer.lead([a.upstream, b.upstream, { host: '127.0.0.1', port: 1 }]);
		await waitFor(context(), () => balancer.healthy || undefined);
		const said = await Promise.all(Array.from({ length: 6 }, async () => await ask(port)));
		assert.deepEqual([...new Set(said)].sort(), ['a', 'b']);
		a.server.close();
		for (let count = 0; count < 4; count++) assert.equal(await ask(port), 'b');
	});

	test('leads to one that stands by only while no other is up', async (t) => {
		const [shared, own] = [await namedServer(t, 'shared'), await namedServer(t, 'own')];
		const { port, balancer } = await opened(t);
		balancer.lead([{ ...shared.upstream, standby: true }, own.upstream]);
		await waitFor(context(), async () => ((await ask(port)) === 'own' ? true : undefined), 50);
		for (let count = 0; count < 4; count++) assert.equal(await ask(port), 'own');
		own.server.close();
		for (let count = 0; count < 4; count++) assert.equal(await ask(port), 'shared');
	});

	test('carries what is said in both directions until both have ended', async (t) => {
		const echo = await serverOf(
			t,
			createServer({ allowHalfOpen: true }, (socket) => socket.on('error', () => undefined).pipe(socket)),
		);
		const { port, balancer } = await opened(t);
		balancer.lead([echo.upstream]);
		await waitFor(context(), () => balancer.healthy || undefined);
		const text = 'x'.repeat(1_000_000);
		assert.equal(await ask(port, text), text);
	});

	test('is not healthy without a server; whoever asks then is kept waiting until there is one', async (t) => {
		const { port, balancer } = await opened(t);
		balancer.lead([{ host: '127.0.0.1', port: 1 }]);
		const answer = ask(port);
		assert.equal(balancer.healthy, false);
		balancer.lead([{ host: '127.0.0.1', port: 1 }, (await namedServer(t, 'late')).upstream]);
		assert.equal(await answer, 'late');
	});

	test('ends connections that nobody will ever take', async (t) => {
		const { port, balancer } = await opened(t);
		balancer.lead([]);
		assert.equal(await ask(port), '');
	});

	test('says so when a client finds a server up before it has looked', async (t) => {
		const { port, balancer, changes } = await opened(t);
		const { upstream } = await namedServer(t, 'a');
		const answer = ask(port);
		balancer.lead([upstream]);
		await answer;
		await waitFor(context(), () => (balancer.healthy && changes.count === 1 ? true : undefined));
	});

	test('says when that changes', async (t) => {
		const { balancer, changes } = await opened(t);
		balancer.lead([(await namedServer(t, 'a')).upstream]);
		await waitFor(context(), () => (changes.count > 0 && balancer.healthy ? true : undefined));
	});
});

async function opened(t: TestContext) {
	const changes = { count: 0 };
	const port = await freePort();
	const balancer = await openUserSpaceLoadBalancer('127.0.0.1', port, () => {
		changes.count += 1;
	});
	t.after(async () => await balancer.close());
	return { port, balancer, changes };
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise<void>((resolve) => server.close(() => resolve()));
	return port;
}

async function namedServer(t: TestContext, name: string) {
	return await serverOf(
		t,
		createServer((socket) => socket.on('error', () => undefined).end(name)),
	);
}

async function serverOf(t: TestContext, server: Server) {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	t.after(() => server.close());
	return { server, upstream: { host: '127.0.0.1', port: (server.address() as AddressInfo).port } };
}

/** What is answered until the end; nothing when the connection is broken off. */
async function ask(port: number, text = ''): Promise<string> {
	return await new Promise((resolve) => {
		let said = '';
		const socket = connect(port, '127.0.0.1');
		socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
		socket.on('error', () => undefined);
		socket.on('close', () => resolve(said));
		socket.end(text);
	});
}
