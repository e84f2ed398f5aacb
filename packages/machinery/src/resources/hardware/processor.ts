import { ProcessorSpecSchema } from '@ichor/api/resource/definitions/hardware';
import { defineResource } from '@ichor/runtime';
import { named, optional, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** A processor, as the firmware tells. */
export const Processor = defineResource({
	type: 'Processors.hardware.talos.dev',
	namespace: 'hardware',
	aliases: ['cpus', 'cpu'],
	printColumns: [
		{ name: 'Manufacturer', jsonPath: '{.manufacturer}' },
		{ name: 'Model', jsonPath: '{.productName}' },
		{ name: 'Cores', jsonPath: '{.coreCount}' },
		{ name: 'Threads', jsonPath: '{.threadCount}' },
	],
	codec: specCodec(ProcessorSpecSchema, {
		socket: optional(text),
		manufacturer: optional(text),
		productName: optional(text),
		maxSpeedMhz: optional(named('maxSpeed', whole)),
		bootSpeedMhz: optional(named('bootSpeed', whole)),
		status: optional(whole),
		serialNumber: optional(text),
		assetTag: optional(text),
		partNumber: optional(text),
		coreCount: optional(whole),
		coreEnabled: optional(whole),
		threadCount: optional(whole),
	}),
});

export type ProcessorSpec = SpecOf<typeof Processor>;
