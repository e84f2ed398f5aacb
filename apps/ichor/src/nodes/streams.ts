import type { Metadata } from '@ichor/api/common';
import { codeOf, hasRpcCode, RpcError } from '@ichor/rpc';
import { printableText } from '../output/printable.ts';
import type { NodeMessage } from './answers.ts';
import { endpointHost } from './endpoint-host.ts';
import { failureText } from './failure-text.ts';
import type { NodeSession } from './node-session.ts';

/** Whose message it is. */
export interface Sender {
	readonly node: string;
	/** The message itself says so, which it does unless the endpoint answers for itself. */
	readonly named: boolean;
}

/**
 * Hands over the messages of a stream in which the nodes' answers are mixed. What some of them refuse stops none of the
 * others; all of it is thrown in the end. The user's interruption is an end like any other.
 *
 * @param take prints a message; returns what is wrong when it tells of a failure
 * @throws Error with every refusal, or why the stream broke
 */
export async function eachMessage<Message extends NodeMessage>(
	session: NodeSession,
	stream: AsyncIterable<Message>,
	take: (message: Message, sender: Sender) => string | undefined,
): Promise<void> {
	const failures: string[] = [];
	try {
		for await (const message of stream) {
			const { hostname = '', error = '' } = message.metadata ?? {};
			const sender = { node: hostname === '' ? endpointHost(session.client) : hostname, named: hostname !== '' };
			const failure = error === '' ? take(message, sender) : error;
			if (failure !== undefined) failures.push(printableText(failure));
		}
	} catch (error) {
		if (!(error instanceof RpcError)) throw error;
		if (!hasRpcCode(error, 'cancelled')) throw new Error(`error streaming results: ${failureText(error)}`, { cause: error });
	}
	if (failures.length > 0) {
		throw new Error([`${failures.length} error${failures.length === 1 ? '' : 's'} occurred:`, ...failures].join('\n '));
	}
}

/**
 * The bytes of a file, an archive or a snapshot, of one node.
 *
 * @throws RpcError when the node refuses, also in the middle
 */
export async function* bytesOf(stream: AsyncIterable<NodeMessage & { readonly bytes: Uint8Array }>): AsyncGenerator<Uint8Array> {
	try {
		for await (const { bytes, metadata } of stream) {
			if (bytes.length > 0) yield bytes;
			if (metadata !== undefined && metadata.error !== '') throw refusalOf(metadata);
		}
	} catch (error) {
		if (!hasRpcCode(error, 'cancelled', 'deadline-exceeded')) throw error;
	}
}

function refusalOf({ error, status }: Metadata): Error {
	return status === undefined ? new Error(error) : new RpcError(codeOf(status.code), status.message);
}
