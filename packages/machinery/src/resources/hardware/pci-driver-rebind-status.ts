import { PCIDriverRebindStatusSpecSchema } from '@ichor/api/resource/definitions/hardware';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** A PCI device that has got another driver. */
export const PCIDriverRebindStatus = defineResource({
	type: 'PCIDriverRebindStatuses.runtime.talos.dev',
	namespace: 'hardware',
	aliases: ['pcidriverrebinds'],
	printColumns: [
		{ name: 'Name', jsonPath: '{.name}' },
		{ name: 'PCI ID', jsonPath: '{.pciID}' },
		{ name: 'TargetDriver', jsonPath: '{.targetDriver}' },
	],
	codec: specCodec(PCIDriverRebindStatusSpecSchema, {
		pciID: text,
		targetDriver: text,
	}),
});

export type PCIDriverRebindStatusSpec = SpecOf<typeof PCIDriverRebindStatus>;
