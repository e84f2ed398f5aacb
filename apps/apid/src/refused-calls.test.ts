import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type ClientHttp2Session, connect, constants, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { frame } from '@ichor/rpc';
import { mostKept } from './constants.ts';
import { spreadCall } from './one-to-many.ts';
import { pipeCall } from './one-to-one.ts';

describe('a call that is refused because its connection is about to end', () => {
	test('to one place is made again on another connection, with all of its request', async () => {
		await using node = await Node.serving({ refusals: 1 });
		const request = Buffer.alloc(mostKept, 'a');
		assert.deepEqual(await called((stream) => pipeCall(stream, node.open, headers), request), { status: '0', body: request });
		assert.equal(node.sessions, 2);
	});

	test('to one place is told to the client when it is refused again, or too large to have been kept', async () => {
		await using node = await Node.serving({ refusals: 2 });
		assert.equal((await called((stream) => pipeCall(stream, node.open, headers), Buffer.from('a'))).status, '14');
		await using other = await Node.serving({ refusals: 1 });
		const request = Buffer.alloc(mostKept + 1);
		assert.equal((await called((stream) => pipeCall(stream, other.open, headers), request)).status, '14');
	});

	test('to several places is made again where it was refused', async () => {
		await using first = await Node.serving({ refusals: 1 });
		await using second = await Node.serving({ refusals: 0 });
		const targets = [first, second].map((node, index) => ({
			hostname: `192.0.2.${index}`,
			open: () => ({ session: node.open(), headers }),
		}));
		const { status, body } = await called((stream) => void spreadCall(stream, targets, false), frame(Buffer.alloc(0)));
		assert.equal(status, '0');
		for (const { hostname } of targets) assert.ok(body.includes(hostname));
		assert.ok(!body.includes('transport') && !body.includes('broke off'), body.toString('latin1'));
	});
});

const headers = { ':method': 'POST', ':path': '/machine.MachineService/Version', 'content-type': 'application/grpc' };

interface Outcome {
	readonly status: string | undefined;
	readonly body: Buffer;
}

/** What a client gets whose call is carried. */
async function called(carry: (stream: ServerHttp2Stream) => void, request: Buffer): Promise<Outcome> {
	const front = createServer();
	front.on('stream', carry);
	await once(front.listen(0, '127.0.0.1'), 'listening');
	const client = connect(`http://127.0.0.1:${(front.address() as AddressInfo).port}`);
	const call = client.request(headers);
	const chunks: Buffer[] = [];
	let status: unknown;
	call.on('response', (received) => {
		status = received['grpc-status'] ?? status;
	});
	call.on('trailers', (received) => {
		status = received['grpc-status'] ?? status;
	});
	call.end(request);
	for await (const chunk of call as AsyncIterable<Buffer>) chunks.push(chunk);
	client.close();
	const closed = once(front, 'close');
	front.close();
	await closed;
	return { status: status === undefined ? undefined : String(status), body: Buffer.concat(chunks) };
}

/** A node that refuses so many calls, each the first of its connection, and gives back what others say. */
class Node {
	sessions = 0;
	readonly #server: Http2Server;
	#session: ClientHttp2Session | undefined;

	private constructor(server: Http2Server, refusals: number) {
		this.#server = server;
		server.on('session', () => {
			this.sessions += 1;
		});
		server.on('stream', (stream) => {
			stream.on('error', () => undefined);
			if (this.sessions <= refusals) {
				stream.close(constants.NGHTTP2_REFUSED_STREAM);
				stream.session?.close();
				return;
			}
			stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
			stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
			stream.pipe(stream);
		});
	}

	static async serving({ refusals }: { readonly refusals: number }): Promise<Node> {
		const server = createServer();
		await once(server.listen(0, '127.0.0.1'), 'listening');
		return new Node(server, refusals);
	}

	/** The connection that takes calls. */
	readonly open = (): ClientHttp2Session => {
		if (this.#session === undefined || this.#session.closed || this.#session.destroyed) {
			this.#session = connect(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`);
			this.#session.on('error', () => undefined);
		}
		return this.#session;
	};

	async [Symbol.asyncDispose](): Promise<void> {
		this.#session?.destroy();
		const closed = once(this.#server, 'close');
		this.#server.close();
		await closed;
	}
}
