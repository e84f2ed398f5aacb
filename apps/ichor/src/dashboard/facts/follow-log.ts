import type { TalosServices } from '@ichor/client/api';
import { LineSplitter } from '../../nodes/line-splitter.ts';
import { printable } from '../../output/printable.ts';

/**
 * Hands over the lines of the kernel's log as they come, without what a terminal would obey.
 *
 * @throws RpcError when the node ends it or cannot be reached
 */
export async function followLog({ machine }: TalosServices, signal: AbortSignal, take: (lines: readonly string[]) => void): Promise<void> {
	const splitter = new LineSplitter();
	const decoder = new TextDecoder();
	for await (const { bytes, metadata } of machine.dmesg({ follow: true, tail: false }, { signal })) {
		if (metadata !== undefined && metadata.error !== '') throw new Error(metadata.error);
		const lines = [...splitter.add(bytes)].map((line) => decoder.decode(line).trimEnd()).filter((line) => line !== '');
		if (lines.length > 0) take(lines.map((line) => printable(line.replaceAll('\t', '    '))));
	}
}
