import { SystemInformationSpecSchema } from '@ichor/api/resource/definitions/hardware';
import { defineResource } from '@ichor/runtime';
import { optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** What the firmware says the machine is. */
export const SystemInformation = defineResource({
	type: 'SystemInformations.hardware.talos.dev',
	namespace: 'hardware',
	aliases: ['systeminformation'],
	printColumns: [
		{ name: 'Manufacturer', jsonPath: '{.manufacturer}' },
		{ name: 'ProductName', jsonPath: '{.productName}' },
		{ name: 'Version', jsonPath: '{.version}' },
		{ name: 'SerialNumber', jsonPath: '{.serialnumber}' },
		{ name: 'UUID', jsonPath: '{.uuid}' },
		{ name: 'WakeUpType', jsonPath: '{.wakeUpType}' },
		{ name: 'SKUNumber', jsonPath: '{.skuNumber}' },
	],
	codec: specCodec(SystemInformationSpecSchema, {
		manufacturer: optional(text),
		productName: optional(text),
		version: optional(text),
		serialnumber: optional(text),
		uuid: optional(text),
		wakeUpType: optional(text),
		skuNumber: optional(text),
	}),
});

export type SystemInformationSpec = SpecOf<typeof SystemInformation>;

export const systemInformationId = 'systeminformation';
