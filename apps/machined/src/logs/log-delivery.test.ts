import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { background, withTimeout } from '@ichor/std';
import { Receiver } from './fake/log-receiver.ts';
import { LogDelivery } from './log-delivery.ts';
import type { LogEvent } from './log-event.ts';

const delivery = new LogDelivery();
after(() => delivery.close());

test('events wait for a destination, and go with its tags', async () => {
	await using receiver = await Receiver.listen();
	const delivered = deliver(event('one'));
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
	await deliver(event('both'));
	for (const receiver of [first, second]) assert.equal((await receiver.next())['msg'], 'both');

	await first[Symbol.asyncDispose]();
	await deliver(event('one of them'));
	assert.equal((await second.next())['msg'], 'one of them');

	await using again = await Receiver.listen(first.port);
	await deliver(event('back'));
	assert.equal((await second.next())['msg'], 'back');
	// the first attempt after it went found that out, the next one connects
	await deliver(event('both again'));
	assert.ok(['back', 'both again'].includes(String((await again.next())['msg'])));
});

test('an event that nobody takes is sent until somebody does', async () => {
	const gone = await Receiver.listen();
	await gone[Symbol.asyncDispose]();
	delivery.setDestinations([{ endpoint: gone.endpoint, tags: {} }]);
	const delivered = deliver(event('patient'));
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
	await deliver(event('datagram'));
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

async function deliver(said: LogEvent): Promise<void> {
	await delivery.deliver(withTimeout(background, 30_000), said);
}

function event(message: string): LogEvent {
	return { message, time: '2026-11-21T08:00:00.000Z', level: 'info', fields: { 'talos-service': 'etcd' } };
}
