import { readFileSync } from 'node:fs';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { HistoryService } from '@ichor/api/ichor/history';
import type { TalosServices } from '@ichor/client/api';
import { type Frame, framesIn } from '@ichor/client/history';
import { hasRpcCode } from '@ichor/rpc';
import { UnimplementedError } from '../unimplemented.ts';
import { zipFiles } from './zip-files.ts';

/** The journal of a node, and whose it is. */
export interface NodeJournal {
	readonly node: string;
	readonly frames: readonly Frame[];
}

/** What a journal is called in a support bundle, in the folder of its node. */
export const journalFile = 'history.journal';

/**
 * Asks a node for its journal, with what it takes to know what there was at the beginning.
 *
 * @throws UnimplementedError when it keeps none
 */
export async function fetchJournal({ service }: TalosServices, since?: number, until?: number): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	const request = {
		...(since === undefined ? {} : { since: timestampFromMs(since) }),
		...(until === undefined ? {} : { until: timestampFromMs(until) }),
	};
	try {
		for await (const { bytes } of service(HistoryService).journal(request)) chunks.push(bytes);
	} catch (error) {
		if (hasRpcCode(error, 'unimplemented'))
			throw new UnimplementedError('this node keeps no history of its resources: a stock Talos node has none, an Ichor node does');
		throw error;
	}
	return Buffer.concat(chunks);
}

/**
 * The journals of a support bundle, or the one of a file.
 *
 * @throws Error for a file without any
 */
export function readJournals(path: string): readonly NodeJournal[] {
	const content = readFileSync(path);
	const files = content.subarray(0, 2).toString('latin1') === 'PK' ? [...zipFiles(content, `/${journalFile}`)] : [[path, content] as const];
	const journals = files.map(([name, bytes]) => ({ node: name.replace(`/${journalFile}`, ''), frames: [...framesIn(bytes)] }));
	if (journals.every(({ frames }) => frames.length === 0))
		throw new Error(`there is no history in ${path}: name a support bundle of Ichor nodes, or a ${journalFile} of one`);
	return journals;
}
