import { ZswapStatusSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { named, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** What the kernel keeps compressed in memory instead of swapping it out. */
export const ZswapStatus = defineResource({
	type: 'ZswapStatuses.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Total Size', jsonPath: '{.totalSizeHuman}' },
		{ name: 'Stored Pages', jsonPath: '{.storedPages}' },
		{ name: 'Written Back', jsonPath: '{.writtenBackPages}' },
		{ name: 'Pool Limit Hit', jsonPath: '{.poolLimitHit}' },
	],
	codec: specCodec(ZswapStatusSpecSchema, {
		totalSize: named('totalSizeBytes', whole),
		totalSizeHuman: text,
		storedPages: whole,
		poolLimitHit: whole,
		rejectReclaimFail: whole,
		rejectAllocFail: whole,
		rejectKmemcacheFail: whole,
		rejectCompressFail: whole,
		rejectCompressPoor: whole,
		writtenBackPages: whole,
	}),
});

export type ZswapStatusSpec = SpecOf<typeof ZswapStatus>;

export const zswapStatusId = 'zswap';
