import { DiscoveredVolumeSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { optional, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** What is on a disk or a partition: a file system, a partition table, nothing. */
export const DiscoveredVolume = defineResource({
	type: 'DiscoveredVolumes.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Type', jsonPath: '{.type}' },
		{ name: 'Size', jsonPath: '{.pretty_size}' },
		{ name: 'Discovered', jsonPath: '{.name}' },
		{ name: 'Label', jsonPath: '{.label}' },
		{ name: 'PartitionLabel', jsonPath: '{.partition_label}' },
	],
	codec: specCodec(DiscoveredVolumeSpecSchema, {
		dev_path: text,
		type: text,
		device_path: text,
		parent: optional(text),
		parent_dev_path: optional(text),
		offset: whole,
		size: whole,
		pretty_size: text,
		sector_size: optional(whole),
		io_size: optional(whole),
		name: text,
		uuid: optional(text),
		label: optional(text),
		block_size: optional(whole),
		filesystem_block_size: optional(whole),
		probed_size: optional(whole),
		partition_uuid: optional(text),
		partition_type: optional(text),
		partition_label: optional(text),
		partition_index: optional(whole),
	}),
});

export type DiscoveredVolumeSpec = SpecOf<typeof DiscoveredVolume>;
