import { type ClientHttp2Session, type OutgoingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { FrameReader, frame } from '@ichor/rpc';
import { cancelCall, wasRefused } from './backends.ts';
import { connectionFailure } from './connection-failure.ts';
import { maxMessageSize } from './constants.ts';
import { dialSlotsOf } from './dial-slots.ts';
import { packError, packStreamed, packUnary } from './packing.ts';
import { type GrpcStatus, grpcCodes, refuse, statusOf } from './status.ts';
import { openCall } from './stream-window.ts';

/** One of the places that a call goes to. `open` throws when there is no way to it. */
export interface Target {
	readonly hostname: string;
	open(): { readonly session: ClientHttp2Session; readonly headers: OutgoingHttpHeaders };
}

/**
 * Sends one call to many places and joins their answers in one: a stream's messages as they come, unary answers in the
 * order of the targets. A place that fails is a message with its error; the call as a whole succeeds.
 */
export async function spreadCall(stream: ServerHttp2Stream, targets: readonly Target[], streamed: boolean): Promise<void> {
	let request: Buffer;
	try {
		request = await readRequest(stream);
	} catch (error) {
		refuse(stream, {
			code: grpcCodes.resourceExhausted,
			message: error instanceof Error ? error.message : 'the request could not be read',
		});
		return;
	}
	if (stream.destroyed) return;
	stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
	stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
	// one for each place that is asked
	stream.setMaxListeners(0);
	const answers = await Promise.all(targets.map((target) => collect(stream, target, request, streamed)));
	if (!streamed && !stream.destroyed) stream.write(frame(Buffer.concat(answers)));
	stream.end();
}

/** A unary request, framed as it came: one-to-many has no other. */
async function readRequest(stream: ServerHttp2Stream): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > maxMessageSize) throw new Error(`the request is over the limit of ${maxMessageSize} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Asks one place. Streamed messages go straight out; the return value is a unary answer, packed. */
async function collect(client: ServerHttp2Stream, target: Target, request: Buffer, streamed: boolean): Promise<Buffer> {
	const unary: Buffer[] = [];
	const deliver = async (message: Buffer): Promise<void> => {
		if (!streamed) unary.push(packUnary(target.hostname, message));
		else if (!client.destroyed && !client.write(frame(packStreamed(target.hostname, message)))) await drained(client);
	};
	const status = await ask(client, target, request, deliver);
	if (status.code === 0) return Buffer.concat(unary);
	const failure = packError(target.hostname, status, streamed);
	if (!streamed) return failure;
	if (!client.destroyed) client.write(frame(failure));
	return Buffer.alloc(0);
}

/** Asks one place, and once more when it refused to begin: its connection was about to end. */
async function ask(
	client: ServerHttp2Stream,
	target: Target,
	request: Buffer,
	deliver: (message: Buffer) => Promise<void>,
): Promise<GrpcStatus> {
	try {
		return (await attempt(client, target, request, deliver)) ?? (await attempt(client, target, request, deliver)) ?? brokenOff;
	} catch (error) {
		return connectionFailure(error);
	}
}

/** Undefined when the place refused to begin. */
async function attempt(
	client: ServerHttp2Stream,
	target: Target,
	request: Buffer,
	deliver: (message: Buffer) => Promise<void>,
): Promise<GrpcStatus | undefined> {
	const { session, headers } = await dialSlotsOf(client).dial(() => {
		if (client.destroyed) throw new Error('the client has gone');
		return target.open();
	});
	const upstream = openCall(session, headers);
	const cancel = () => cancelCall(upstream);
	client.once('close', cancel);
	try {
		let status: GrpcStatus | undefined;
		upstream.on('response', (received) => {
			status = statusOf(received) ?? status;
		});
		upstream.on('trailers', (received) => {
			status = statusOf(received) ?? status;
		});
		upstream.end(request);
		const reader = new FrameReader();
		for await (const chunk of upstream as AsyncIterable<Buffer>) for (const message of reader.push(chunk)) await deliver(message);
		return status ?? brokenOff;
	} catch (error) {
		if (!wasRefused(upstream)) throw error;
		// it is known a turn later that the connection takes no further calls
		await new Promise((resolve) => setImmediate(resolve));
		return undefined;
	} finally {
		client.off('close', cancel);
		cancelCall(upstream);
	}
}

const brokenOff: GrpcStatus = { code: grpcCodes.unavailable, message: 'the answer broke off' };

async function drained(stream: ServerHttp2Stream): Promise<void> {
	await new Promise<void>((resolve) => {
		stream.once('drain', resolve);
		stream.once('close', resolve);
	});
}
