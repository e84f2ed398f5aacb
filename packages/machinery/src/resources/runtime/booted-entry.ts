import { BootedEntrySpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The entry of the boot loader that the machine was started with. */
export const BootedEntry = defineResource({
	type: 'BootedEntries.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Booted Entry', jsonPath: '{.bootedEntry}' }],
	codec: specCodec(BootedEntrySpecSchema, {
		bootedEntry: optional(text),
	}),
});

export type BootedEntrySpec = SpecOf<typeof BootedEntry>;

export const bootedEntryId = 'bootedentry';
