import { DeviceSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { list, optional, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** A block device as the kernel names it. */
export const BlockDevice = defineResource({
	type: 'BlockDevices.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Type', jsonPath: '{.type}' },
		{ name: 'PartitionName', jsonPath: '{.partitionName}' },
		{ name: 'Generation', jsonPath: '{.generation}' },
	],
	codec: specCodec(DeviceSpecSchema, {
		type: text,
		major: whole,
		minor: whole,
		partitionName: optional(text),
		partitionNumber: optional(whole),
		devicePath: text,
		generation: whole,
		parent: optional(text),
		secondaries: optional(list(text)),
	}),
});

export type BlockDeviceSpec = SpecOf<typeof BlockDevice>;
