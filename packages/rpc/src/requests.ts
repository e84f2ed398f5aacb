import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Message } from '@bufbuild/protobuf';
import { RpcError } from './errors.ts';
import { FrameReader } from './frames.ts';

/** What a caller sends. To be read in one of two ways, once. */
export class Requests {
	readonly #stream: ServerHttp2Stream;
	readonly #reader: FrameReader;

	constructor(stream: ServerHttp2Stream, headers: IncomingHttpHeaders) {
		this.#stream = stream;
		this.#reader = new FrameReader(headers['grpc-encoding']?.toString());
	}

	/**
	 * The only message, for methods that take one. Does not resolve when the caller goes away before.
	 *
	 * @throws RpcError for what FrameReader refuses, and unimplemented for none or several (grpc.io, status codes)
	 */
	async only(): Promise<Buffer> {
		const messages: Buffer[] = [];
		await new Promise<void>((resolve, reject) => {
			this.#stream.on('data', (chunk: Buffer) => {
				try {
					messages.push(...this.#reader.push(chunk));
				} catch (error) {
					reject(error);
				}
			});
			this.#stream.once('end', resolve).once('close', resolve);
		});
		const [message] = messages;
		if (message === undefined || messages.length > 1) throw new RpcError('unimplemented', 'the method takes one message');
		return message;
	}

	/** All messages as they come, slower when their reader is. Who stops reading has had enough, and the call goes on. */
	async *all(decode: (message: Buffer) => Message): AsyncGenerator<Message> {
		for await (const chunk of this.#stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)
			for (const message of this.#reader.push(chunk)) yield decode(message);
	}
}
