import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { background, withTimeout } from '@ichor/std';
import { LogDelivery } from './log-delivery.ts';
import type { LogEvent } from './log-event.ts';

const context = withTimeout(background, 30_000);
const delivery = new LogDelivery();
after(() => delivery.close());

test('events wait for a destination, and go with its tags', async () => {
	await using receiver = await Receiver.listen();
	const delivered = delivery.deliver(context, event('one'));
	delivery.setDestinations([{ endpoint: receiver.endpoint, tags: { site: 'home' } }]);
	await delivered;
	assert.deepEqual(await receiver.next(), {
		msg: 'one',
		'talos-time': '2026-11-21T08:00:00.000Z',
		'talos-level': 'info',
		'talos-service': 'etcd',
		site: 'home',
	});
});

test('one destination that takes an event is enough, and one that comes back gets the next', async () => {
	const first = await Receiver.listen();
	await using second = await Receiver.listen();
	delivery.setDestinations([first, second].map(({ endpoint }) => ({ endpoint, tags: {} })));
	await delivery.deliver(context, event('both'));
	for (const receiver of [first, second]) assert.equal((await receiver.next())['msg'], 'both');

	await first[Symbol.asyncDispose]();
	await delivery.deliver(context, event('one of them'));
	assert.equal((await second.next())['msg'], 'one of them');

	await using again = await Receiver.listen(first.port);
	await delivery.deliver(context, event('back'));
	assert.equal((await second.next())['msg'], 'back');
	// the first attempt after it went found that out, the next one connects
	await delivery.deliver(context, event('both again'));
	assert.ok(['back', 'both again'].includes(String((await again.next())['msg'])));
});

test('an event that nobody takes is sent until somebody does', async () => {
	const gone = await Receiver.listen();
	await gone[Symbol.asyncDispose]();
	delivery.setDestinations([{ endpoint: gone.endpoint, tags: {} }]);
	const delivered = delivery.deliver(context, event('patient'));
	await using back = await Receiver.listen(gone.port);
	await delivered;
	assert.equal((await back.next())['msg'], 'patient');
});

test('over UDP an event is a datagram', async () => {
	const socket = createSocket('udp4');
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	const message = once(socket, 'message');
	delivery.setDestinations([{ endpoint: `udp://127.0.0.1:${socket.address().port}`, tags: {} }]);
	await delivery.deliver(context, event('datagram'));
	const [bytes] = (await message) as [Buffer];
	socket.close();
	assert.equal(JSON.parse(bytes.toString()).msg, 'datagram');
	assert.ok(!bytes.includes('\n'));
});

test('who waits is let go when the context ends', async () => {
	delivery.setDestinations([]);
	const ending = new AbortController();
	const delivered = delivery.deliver({ ...background, signal: ending.signal }, event('never'));
	ending.abort();
	await delivered;
});

function event(message: string): LogEvent {
	return { message, time: '2026-11-21T08:00:00.000Z', level: 'info', fields: { 'talos-service': 'etcd' } };
}

/** A server that reads events. */
class Receiver {
	readonly port: number;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #lines: string[] = [];
	#arrived = Promise.withResolvers<void>();

	private constructor(server: Server) {
		this.#server = server;
		this.port = (server.address() as AddressInfo).port;
		server.on('connection', (socket) => {
			this.#sockets.add(socket);
			createInterface({ input: socket }).on('line', (line) => {
				this.#lines.push(line);
				this.#arrived.resolve();
				this.#arrived = Promise.withResolvers();
			});
		});
	}

	static async listen(port = 0): Promise<Receiver> {
		const server = createServer();
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
		return new Receiver(server);
	}

	get endpoint(): string {
		return `tcp://127.0.0.1:${this.port}`;
	}

	async next(): Promise<Readonly<Record<string, unknown>>> {
		while (this.#lines.length === 0) await this.#arrived.promise;
		return JSON.parse(this.#lines.shift() ?? '') as Readonly<Record<string, unknown>>;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		const closed = once(this.#server, 'close');
		this.#server.close();
		await closed;
	}
}
