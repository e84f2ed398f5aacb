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
	async single(): Promise<Buffer> {
		const stream = this.#stream;
		let only: Buffer | undefined;
		await new Promise<void>((resolve, reject) => {
			const take = (chunk: Buffer): void => {
				try {
					for (const message of this.#reader.push(chunk)) {
						if (only !== undefined) throw notOne();
						only = message;
					}
				} catch (error) {
					// whoever sends more and more after it is not listened to
					stream.off('data', take);
					reject(error);
				}
			};
			stream.on('data', take).once('end', resolve).once('close', resolve);
		});
		if (only === undefined) throw notOne();
		return only;
	}

	/** All messages as they come, slower when their reader is. Who stops reading has had enough, and the call goes on. */
	async *all(decode: (message: Buffer) => Message): AsyncGenerator<Message> {
		for await (const chunk of this.#stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)
			for (const message of this.#reader.push(chunk)) yield decode(message);
	}
}

function notOne(): RpcError {
	return new RpcError('unimplemented', 'the method takes one message');
}
