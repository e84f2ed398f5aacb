import type { MachineService } from '@ichor/api/machine';
import { type CapturedPacket, type CaptureOptions, capturePackets, LinuxError } from '@ichor/linux/packet';
import { LinkStatus } from '@ichor/machinery/resources';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { Machine } from '../machine.ts';
import { linkTypes, pcapHeader, pcapRecord } from './pcap-file.ts';

/** Packets of a link, as a file of pcap that grows until the caller has enough. */
export function packetCaptureApi({ state }: Machine): Handlers<typeof MachineService> {
	return {
		async *packetCapture({ interface: name, promiscuous, snapLen, bpfFilter }, { signal }) {
			const link = await state.find(LinkStatus.pointer(name));
			if (link === undefined) throw new RpcError('not-found', `interface ${JSON.stringify(name)} not found`);
			const { index, type } = link.spec;
			const linkType = linkTypes.get(type);
			if (linkType === undefined) throw new RpcError('invalid-argument', `unsupported link type ${type}`);
			const snapLength = Math.min(snapLen === 0 ? defaultSnapLength : snapLen, largestSnapLength);
			yield { bytes: pcapHeader(snapLength, linkType) };
			const options = { linkIndex: index, promiscuous, filter: bpfFilter, snapLength };
			for await (const packets of captured(options, signal)) yield { bytes: Buffer.concat(packets.map(pcapRecord)) };
		},
	};
}

/** What has come since the last time. Whoever does not keep up loses packets, as with the kernel's own buffer. */
async function* captured(options: CaptureOptions, signal: AbortSignal): AsyncGenerator<readonly CapturedPacket[]> {
	let waiting: CapturedPacket[] = [];
	let size = 0;
	let wake = Promise.withResolvers<void>();
	const end = begin(options, (packet) => {
		if (size > mostWaiting) return;
		waiting.push(packet);
		size += packet.bytes.length;
		wake.resolve();
	});
	const stop = (): void => wake.resolve();
	signal.addEventListener('abort', stop);
	try {
		while (!signal.aborted) {
			await wake.promise;
			wake = Promise.withResolvers();
			const packets = waiting;
			waiting = [];
			size = 0;
			if (packets.length > 0) yield packets;
		}
	} finally {
		signal.removeEventListener('abort', stop);
		end();
	}
}

function begin(options: CaptureOptions, onPacket: (packet: CapturedPacket) => void): () => void {
	try {
		return capturePackets(options, onPacket);
	} catch (error) {
		if (!(error instanceof LinuxError) || error.code !== 'invalid-argument') throw error;
		throw new RpcError('invalid-argument', error.message, { cause: error });
	}
}

/** Bytes of a packet: as much as upstream's frames hold, and the most that tcpdump takes. */
const defaultSnapLength = 4096;
const largestSnapLength = 262_144;
/** Bytes: well below what one message may have. */
const mostWaiting = 4 << 20;
