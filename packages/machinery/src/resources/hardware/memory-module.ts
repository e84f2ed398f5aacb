import { MemoryModuleSpecSchema } from '@ichor/api/resource/definitions/hardware';
import { defineResource } from '@ichor/runtime';
import { named, optional, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** A module of memory, as the firmware tells. */
export const MemoryModule = defineResource({
	type: 'MemoryModules.hardware.talos.dev',
	namespace: 'hardware',
	aliases: ['memorymodules', 'ram'],
	printColumns: [
		{ name: 'Manufacturer', jsonPath: '{.manufacturer}' },
		{ name: 'Model', jsonPath: '{.productName}' },
		{ name: 'SizeMiB', jsonPath: '{.sizeMiB}' },
	],
	codec: specCodec(MemoryModuleSpecSchema, {
		sizeMiB: optional(named('size', whole)),
		deviceLocator: optional(text),
		bankLocator: optional(text),
		speed: optional(whole),
		manufacturer: optional(text),
		serialNumber: optional(text),
		assetTag: optional(text),
		productName: optional(text),
	}),
});

export type MemoryModuleSpec = SpecOf<typeof MemoryModule>;
