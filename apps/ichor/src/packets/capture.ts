import { closeSync, openSync, writeSync } from 'node:fs';
import { parseDuration } from '@ichor/machinery/duration';
import { hasRpcCode } from '@ichor/rpc';
import type { NodeSession } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';
import type { BpfInstruction } from './bpf-filter.ts';
import { packetLine } from './packet-line.ts';
import { readPcap } from './pcap-reader.ts';

/**
 * Captures packets of a node until it is interrupted or the time is over.
 *
 * @param how `output`: a file, `-` for standard output, empty for a line a packet; `duration` in Go's spelling, `0s` for no end
 * @throws RpcError when the node refuses
 */
export async function capture(
	{ client, terminal, signal }: NodeSession,
	request: { readonly interface: string; readonly promiscuous: boolean; readonly bpfFilter: readonly BpfInstruction[] },
	{ output, duration }: { readonly output: string; readonly duration: string },
): Promise<void> {
	const milliseconds = Number(parseDuration(duration) / 1_000_000n);
	const end = milliseconds > 0 ? AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]) : signal;
	const file = bytesOf(client.machine.packetCapture({ ...request, bpfFilter: [...request.bpfFilter] }, { signal: end }));
	try {
		if (output === '') for await (const packet of readPcap(file)) terminal.out(`${packetLine(packet)}\n`);
		else if (output === '-') for await (const bytes of file) terminal.out(bytes);
		else await write(file, output);
	} catch (error) {
		// the time may be over before the node has answered, and is the reason itself then
		if (!end.aborted || !(error === end.reason || hasRpcCode(error, 'cancelled', 'deadline-exceeded'))) throw error;
	}
}

async function write(file: AsyncIterable<Uint8Array>, path: string): Promise<void> {
	let descriptor: number | undefined;
	try {
		for await (const bytes of file) {
			descriptor ??= openSync(path, 'w');
			for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
		}
	} finally {
		if (descriptor !== undefined) closeSync(descriptor);
	}
}
