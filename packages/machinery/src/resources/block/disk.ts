import { DiskSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { flag, list, optional, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** A whole disk. */
export const Disk = defineResource({
	type: 'Disks.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Size', jsonPath: '{.pretty_size}' },
		{ name: 'Read Only', jsonPath: '{.readonly}' },
		{ name: 'Transport', jsonPath: '{.transport}' },
		{ name: 'Rotational', jsonPath: '{.rotational}' },
		{ name: 'WWID', jsonPath: '{.wwid}' },
		{ name: 'Model', jsonPath: '{.model}' },
		{ name: 'Serial', jsonPath: '{.serial}' },
	],
	codec: specCodec(DiskSpecSchema, {
		dev_path: text,
		size: whole,
		pretty_size: text,
		io_size: whole,
		sector_size: whole,
		readonly: flag,
		cdrom: flag,
		model: optional(text),
		serial: optional(text),
		modalias: optional(text),
		wwid: optional(text),
		uuid: optional(text),
		bus_path: optional(text),
		sub_system: optional(text),
		transport: optional(text),
		rotational: optional(flag),
		secondary_disks: optional(list(text)),
		symlinks: optional(list(text)),
	}),
});

export type DiskSpec = SpecOf<typeof Disk>;
