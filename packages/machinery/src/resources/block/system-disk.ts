import { SystemDiskSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** The disk that the system is installed on. */
export const SystemDisk = defineResource({
	type: 'SystemDisks.block.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Disk', jsonPath: '{.diskID}' }],
	codec: specCodec(SystemDiskSpecSchema, {
		diskID: text,
		devPath: text,
	}),
});

export type SystemDiskSpec = SpecOf<typeof SystemDisk>;

export const systemDiskId = 'system-disk';
