import { MemorySpecSchema } from '@ichor/api/resource/definitions/perf';
import { defineResource } from '@ichor/runtime';
import { named, type SpecOf, specCodec, whole } from '../spec/index.ts';

/** What the memory is used for: /proc/meminfo, in kilobytes. */
export const MemoryStat = defineResource({
	type: 'MemoryStats.perf.talos.dev',
	namespace: 'perf',
	printColumns: [
		{ name: 'Used', jsonPath: '{.used}' },
		{ name: 'Total', jsonPath: '{.total}' },
	],
	codec: specCodec(MemorySpecSchema, {
		total: named('memTotal', whole),
		used: named('memUsed', whole),
		available: named('memAvailable', whole),
		buffers: whole,
		cached: whole,
		swapCached: whole,
		active: whole,
		inactive: whole,
		activeAnon: whole,
		inactiveAnon: whole,
		activeFile: whole,
		inactiveFile: whole,
		unevictable: whole,
		mlocked: whole,
		swapTotal: whole,
		swapFree: whole,
		dirty: whole,
		writeback: whole,
		anonPages: whole,
		mapped: whole,
		shmem: whole,
		slab: whole,
		sreclaimable: whole,
		sunreclaim: whole,
		kernelStack: whole,
		pageTables: whole,
		nfsunstable: whole,
		bounce: whole,
		writeBacktmp: whole,
		commitLimit: whole,
		commitTedas: whole,
		vmallocTotal: whole,
		vmallocUsed: whole,
		vmallocChunk: whole,
		hardwareCorrupted: whole,
		anonHugePages: whole,
		shmemHugePages: whole,
		shmemPmdMapped: whole,
		cmaTotal: whole,
		cmaFree: whole,
		hugePagesTotal: whole,
		hugePagesFree: whole,
		hugePagesRsvd: whole,
		hugePagesSurp: whole,
		hugepagesize: whole,
		directMap4k: whole,
		directMap2m: whole,
		directMap1g: whole,
	}),
});

export type MemoryStatSpec = SpecOf<typeof MemoryStat>;

export const memoryStatId = 'latest';
