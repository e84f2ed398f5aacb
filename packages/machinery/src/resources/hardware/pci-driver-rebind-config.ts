import { PCIDriverRebindConfigSpecSchema } from '@ichor/api/resource/definitions/hardware';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** A PCI device that is to have another driver. */
export const PCIDriverRebindConfig = defineResource({
	type: 'PCIDriverRebindConfigs.runtime.talos.dev',
	namespace: 'hardware',
	printColumns: [
		{ name: 'Name', jsonPath: '{.name}' },
		{ name: 'PCI ID', jsonPath: '{.pciID}' },
		{ name: 'TargetDriver', jsonPath: '{.targetDriver}' },
	],
	codec: specCodec(PCIDriverRebindConfigSpecSchema, {
		pciID: text,
		targetDriver: text,
	}),
});

export type PCIDriverRebindConfigSpec = SpecOf<typeof PCIDriverRebindConfig>;
