import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientHttp2Session, type ClientHttp2Stream, connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { MachineService } from '@ichor/api/machine';
import { frame } from './frames.ts';
import { listenUnix } from './listen-unix.ts';
import type { Listener } from './listener.ts';
import { RpcServer } from './server.ts';

/** What no client of gRPC sends, and whoever reaches trustd can. */
describe('odd callers', { timeout: 20_000 }, () => {
	const server = new RpcServer().add(MachineService, { hostname: async () => ({ messages: [] }) });
	let folder = '';
	let listener: Listener;
	let session: ClientHttp2Session;

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'ichor-rpc-'));
		listener = await listenUnix(server.accept, join(folder, 'rpc.sock'));
		session = connect('http://localhost', { createConnection: () => connectSocket(join(folder, 'rpc.sock')) });
	});
	after(async () => {
		session.destroy();
		await server.close();
		await listener.close();
		await rm(folder, { recursive: true });
	});

	const begin = (method: string, headers: OutgoingHttpHeaders = {}): ClientHttp2Stream => {
		const path = `/machine.MachineService/${method}`;
		const stream = session.request(
			{ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', ...headers },
			{ endStream: false },
		);
		stream.resume();
		return stream;
	};
	const answered = async (stream: ClientHttp2Stream): Promise<IncomingHttpHeaders> => {
		const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders];
		return headers;
	};

	test('who sends one message after the other to a method that takes one is refused, and not listened to', async () => {
		const stream = begin('Hostname');
		const sendOn = (): void => {
			if (!stream.destroyed) stream.write(frame(new Uint8Array(100_000)), sendOn);
		};
		sendOn();
		assert.equal((await answered(stream))['grpc-status'], '12');
		await once(stream, 'close');
		assert.equal(stream.rstCode, 0);
	});

	test('a call that has its answer ends, whether its caller does or not', async () => {
		const stream = begin('NoSuchMethod');
		assert.equal((await answered(stream))['grpc-status'], '12');
		await once(stream, 'close');
		assert.equal(stream.rstCode, 0);
	});

	test('a message that claims to be of 4 GiB is refused before it comes', async () => {
		const stream = begin('Hostname');
		stream.write(Buffer.from([0, 0xff, 0xff, 0xff, 0xff]));
		assert.equal((await answered(stream))['grpc-status'], '8');
	});

	test('bytes that are no such message are refused', async () => {
		const stream = begin('Hostname');
		stream.end(frame(new Uint8Array([0xff])));
		const headers = await answered(stream);
		assert.equal(headers['grpc-status'], '13');
		assert.match(String(headers['grpc-message']), /^grpc: error unmarshalling request: /);
	});

	test('what is compressed in an unknown way, or has no end, or is not gRPC, is refused', async () => {
		const compressed = begin('Hostname', { 'grpc-encoding': 'zstd' });
		compressed.end(Buffer.from([1, 0, 0, 0, 0]));
		assert.equal((await answered(compressed))['grpc-status'], '12');
		const cut = begin('Hostname');
		cut.end(Buffer.from([0, 0, 0, 0, 9, 1]));
		assert.equal((await answered(cut))['grpc-status'], '12');
		const page = begin('Hostname', { 'content-type': 'text/html' });
		assert.equal((await answered(page))[':status'], 415);
	});
});
