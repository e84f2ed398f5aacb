import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { HistoryService } from '@ichor/api/ichor/history';
import type { Handlers } from '@ichor/rpc';
import type { Machine } from '../machine.ts';
import { requireConfig } from './require-config.ts';

/** The journal of resources, as it is on disk. */
export function historyApi({ journal, state }: Machine): Handlers<typeof HistoryService> {
	return {
		async *journal({ since, until }) {
			// in maintenance everybody reads, and the past is that of a cluster
			await requireConfig(state);
			const from = since === undefined ? Number.NEGATIVE_INFINITY : timestampMs(since);
			const to = until === undefined ? Number.POSITIVE_INFINITY : timestampMs(until);
			for await (const { bytes } of journal.frames(from, to)) yield { bytes };
		},
	};
}
