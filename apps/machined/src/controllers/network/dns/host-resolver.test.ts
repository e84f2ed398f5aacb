import assert from 'node:assert/strict';
import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import packet from 'dns-packet';
import { Frames, framed } from './framing.ts';
import { HostResolver } from './host-resolver.ts';
import { type Listener, listenForConnections, listenForDatagrams } from './listener.ts';

describe("the node's own name server", () => {
	test('asks, keeps what it is told, and gives what is left of the time to live', async (t) => {
		const server = await nameServer(t, ({ name }) => [{ name, type: 'A', ttl: 300, data: '192.0.2.1' }]);
		const resolver = resolverOf(server.port);
		assert.deepEqual(addresses(await ask(resolver, 'Example.com')), ['192.0.2.1']);
		const again = await ask(resolver, 'eXample.com', 99);
		assert.deepEqual([again.id, again.questions?.[0]?.name, addresses(again)], [99, 'eXample.com', ['192.0.2.1']]);
		assert.equal(server.asked.length, 1);
	});

	test('asks once what many ask at once', async (t) => {
		const server = await nameServer(t, ({ name }) => [{ name, type: 'A', ttl: 300, data: '192.0.2.1' }]);
		const resolver = resolverOf(server.port);
		await Promise.all(Array.from({ length: 20 }, async (_, id) => await ask(resolver, 'many.example', id)));
		assert.equal(server.asked.length, 1);
	});

	test('forgets what servers have said that are replaced', async (t) => {
		const [one, other] = [
			await nameServer(t, ({ name }) => [{ name, type: 'A', ttl: 300, data: '192.0.2.1' }]),
			await nameServer(t, ({ name }) => [{ name, type: 'A', ttl: 300, data: '192.0.2.2' }]),
		];
		const resolver = resolverOf(one.port);
		assert.deepEqual(addresses(await ask(resolver, 'a.example')), ['192.0.2.1']);
		assert.equal(resolver.use([{ address: '127.0.0.1', port: other.port, healthy: true }]), true);
		assert.deepEqual(addresses(await ask(resolver, 'a.example')), ['192.0.2.2']);
	});

	test('is not held up by a server that hangs, nor by one that refuses', async (t) => {
		const hanging = await nameServer(t, () => undefined);
		const refusing = await nameServer(t, () => 5);
		const good = await nameServer(t, ({ name }) => [{ name, type: 'A', ttl: 300, data: '192.0.2.1' }]);
		const alone = ask(resolverOf(hanging.port), 'a.example');
		const together = ask(resolverOf(hanging.port, refusing.port, good.port), 'a.example');
		assert.deepEqual(addresses(await Promise.race([alone, together])), ['192.0.2.1']);
		assert.equal(rcode(await alone), 'SERVFAIL');
	});

	test('says that it cannot tell when nobody answers, and a refusal when all refuse', async (t) => {
		const lines: string[] = [];
		const resolver = new HostResolver((_, message) => lines.push(message));
		assert.equal(rcode(await ask(resolver, 'a.example')), 'SERVFAIL');
		assert.equal(rcode(await ask(resolver, 'b.example')), 'SERVFAIL');
		assert.deepEqual(lines, ['error serving dns request']);
		const refusing = await nameServer(t, () => 5);
		assert.equal(rcode(await ask(resolverOf(refusing.port), 'a.example')), 'REFUSED');
	});

	test('knows the members of the cluster by each of their names, and asks about families that they lack', async (t) => {
		const server = await nameServer(t, () => 3);
		const resolver = resolverOf(server.port);
		resolver.name([{ id: 'node-1', spec: { hostname: 'cp-1.lan', addresses: ['10.5.0.2', 'fd00::2'] } }]);
		for (const name of ['cp-1', 'CP-1.lan', 'node-1']) assert.deepEqual(addresses(await ask(resolver, name)), ['10.5.0.2']);
		assert.deepEqual(addresses(await ask(resolver, 'cp-1', 1, 'AAAA')), ['fd00::2']);
		assert.equal(server.asked.length, 0);
		for (const name of ['cp-10', 'lan', 'cp-1.lan.other']) assert.equal(rcode(await ask(resolver, name)), 'NXDOMAIN');
	});

	test('fetches over TCP what does not fit into a datagram, and gives it to whom has room', async (t) => {
		const many = (name: string) =>
			Array.from({ length: 200 }, (_, index) => ({ name, type: 'A' as const, ttl: 300, data: `10.0.0.${index}` }));
		const server = await nameServer(t, ({ name }) => many(name));
		const resolver = resolverOf(server.port);
		const cut = await ask(resolver, 'large.example');
		assert.deepEqual([cut.flag_tc, addresses(cut)], [true, []]);
		const { udp, tcp } = await listening(t, resolver);
		assert.equal((await askByDatagram(udp, 'large.example')).flag_tc, true);
		assert.equal(addresses(await askByStream(tcp, 'large.example')).length, 200);
	});

	test('gives no answer to what is none and no question, and an error to a damaged question', async () => {
		const resolver = new HostResolver(() => undefined);
		assert.equal(await resolver.answer(Uint8Array.of(1, 2, 3), 'udp'), undefined);
		assert.equal(await resolver.answer(packet.encode({ type: 'response', questions: [{ name: 'a', type: 'A' }] }), 'udp'), undefined);
		const damaged = await resolver.answer(
			packet.encode({ type: 'query', id: 3, questions: [{ name: 'a.lan', type: 'A' }] }).subarray(0, 16),
			'udp',
		);
		assert.equal(rcode(packet.decode(Buffer.from(damaged ?? []))), 'FORMERR');
	});
});

type Said = packet.DecodedPacket;
type Reply = readonly packet.Answer[] | number | undefined;

function resolverOf(...ports: readonly number[]): HostResolver {
	const resolver = new HostResolver(() => undefined);
	resolver.use(ports.map((port) => ({ address: '127.0.0.1', port, healthy: true })));
	return resolver;
}

function questionFor(name: string, id: number, type: 'A' | 'AAAA'): Buffer {
	return packet.encode({ type: 'query', id, flags: packet.RECURSION_DESIRED, questions: [{ name, type }] });
}

async function ask(resolver: HostResolver, name: string, id = 1, type: 'A' | 'AAAA' = 'A'): Promise<Said> {
	const answer = await resolver.answer(questionFor(name, id, type), 'udp');
	assert.ok(answer);
	return packet.decode(Buffer.from(answer));
}

function addresses(said: Said): readonly unknown[] {
	return (said.answers ?? []).map((record) => ('data' in record ? record.data : undefined));
}

function rcode(said: Said): string {
	return (said as { rcode?: string }).rcode ?? '';
}

/** A name server on UDP and TCP: with these records, this code, or no answer. What does not fit into a datagram is cut off. */
async function nameServer(t: TestContext, reply: (question: packet.Question) => Reply) {
	const asked: string[] = [];
	const answer = (bytes: Buffer): Buffer | undefined => {
		const { id, questions = [] } = packet.decode(bytes);
		const [question] = questions;
		assert.ok(question);
		const said = reply(question);
		asked.push(question.name);
		if (said === undefined) return undefined;
		const [flags, answers] = typeof said === 'number' ? [said, []] : [0, [...said]];
		return packet.encode({ type: 'response', id: id ?? 0, flags, questions, answers });
	};
	const tcp = createServer((socket) => {
		const frames = new Frames();
		socket.on('error', () => undefined);
		socket.on('data', (chunk) => {
			for (const message of frames.push(chunk)) socket.write(framed(answer(Buffer.from(message)) ?? Buffer.alloc(0)));
		});
	}).listen(0, '127.0.0.1');
	await once(tcp, 'listening');
	const { port } = tcp.address() as AddressInfo;
	const udp = createSocket('udp4').bind(port, '127.0.0.1');
	await once(udp, 'listening');
	udp.on('message', (bytes, from: RemoteInfo) => {
		const said = answer(bytes);
		if (said === undefined) return;
		const { id = 0, questions = [] } = packet.decode(bytes);
		udp.send(
			said.length <= 512 ? said : packet.encode({ type: 'response', id, flags: packet.TRUNCATED_RESPONSE, questions }),
			from.port,
			from.address,
		);
	});
	t.after(() => {
		udp.close();
		tcp.close();
	});
	return { port, asked };
}

async function listening(t: TestContext, resolver: HostResolver) {
	const free = createServer().listen(0, '127.0.0.1');
	await once(free, 'listening');
	const { port } = free.address() as AddressInfo;
	free.close();
	await once(free, 'close');
	const at = { address: '127.0.0.1', port };
	const listeners: Listener[] = [
		await listenForDatagrams(at, 1, async (bytes, transport) => await resolver.answer(bytes, transport)),
		await listenForConnections(at, async (bytes, transport) => await resolver.answer(bytes, transport)),
	];
	t.after(async () => await Promise.all(listeners.map(async (listener) => await listener.close())));
	return { udp: port, tcp: port };
}

async function askByDatagram(port: number, name: string): Promise<Said> {
	const socket = createSocket('udp4');
	try {
		socket.send(questionFor(name, 5, 'A'), port, '127.0.0.1');
		const [bytes] = (await once(socket, 'message', { signal: AbortSignal.timeout(10_000) })) as [Buffer];
		return packet.decode(bytes);
	} finally {
		socket.close();
	}
}

async function askByStream(port: number, name: string): Promise<Said> {
	const socket = connect({ port, host: '127.0.0.1', signal: AbortSignal.timeout(10_000) });
	try {
		socket.write(framed(questionFor(name, 6, 'A')));
		const frames = new Frames();
		for await (const chunk of socket as AsyncIterable<Buffer>)
			for (const message of frames.push(chunk)) return packet.decode(Buffer.from(message));
		throw new Error('no answer');
	} finally {
		socket.destroy();
	}
}
