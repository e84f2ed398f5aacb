import { PCIDeviceSpecSchema } from '@ichor/api/resource/definitions/hardware';
import { defineResource } from '@ichor/runtime';
import { optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A PCI device; the id is its address. */
export const PCIDevice = defineResource({
	type: 'PCIDevices.hardware.talos.dev',
	namespace: 'hardware',
	aliases: ['devices', 'device'],
	printColumns: [
		{ name: 'Class', jsonPath: '{.class}' },
		{ name: 'Subclass', jsonPath: '{.subclass}' },
		{ name: 'Vendor', jsonPath: '{.vendor}' },
		{ name: 'Product', jsonPath: '{.product}' },
	],
	codec: specCodec(PCIDeviceSpecSchema, {
		class: optional(text),
		subclass: optional(text),
		vendor: optional(text),
		product: optional(text),
		class_id: text,
		subclass_id: text,
		vendor_id: text,
		product_id: text,
		driver: optional(text),
	}),
});

export type PCIDeviceSpec = SpecOf<typeof PCIDevice>;
