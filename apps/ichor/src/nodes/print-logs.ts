import type { Data } from '@ichor/api/common';
import { hasRpcCode } from '@ichor/rpc';
import { endpointHost } from './endpoint-host.ts';
import { failureText, refusalText } from './failure-text.ts';
import { LineSplitter } from './line-splitter.ts';
import type { NodeSession } from './node-session.ts';

/**
 * Prints the lines of several nodes as they come whole, each behind the name of its node. What a node refuses is said at
 * once; whether none has is returned.
 *
 * @throws Error when the stream breaks
 */
export async function printLogs({ client, terminal }: NodeSession, stream: AsyncIterable<Data>): Promise<boolean> {
	const splitters = new Map<string, LineSplitter>();
	let complete = true;
	try {
		for await (const { bytes, metadata } of stream) {
			if (metadata !== undefined && metadata.error !== '') {
				terminal.err(`ERROR: ${refusalText({ ...metadata, status: undefined })}`);
				complete = false;
				continue;
			}
			const node = metadata === undefined || metadata.hostname === '' ? endpointHost(client) : metadata.hostname;
			const splitter = splitters.get(node) ?? new LineSplitter();
			splitters.set(node, splitter);
			for (const line of splitter.add(bytes)) printLine(terminal, node, line);
		}
	} catch (error) {
		if (!hasRpcCode(error, 'cancelled')) throw new Error(`error getting logs: ${failureText(error)}`, { cause: error });
	} finally {
		for (const [node, splitter] of splitters) for (const line of splitter.rest()) printLine(terminal, node, line);
	}
	return complete;
}

function printLine(terminal: NodeSession['terminal'], node: string, line: Uint8Array): void {
	terminal.out(Buffer.concat([Buffer.from(`${node}: `), line, Buffer.from('\n')]));
}
