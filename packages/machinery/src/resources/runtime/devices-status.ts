import { DevicesStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec } from '../spec/index.ts';

/** Whether the devices that were there at the start are known. */
export const DevicesStatus = defineResource({
	type: 'DevicesStatuses.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Ready', jsonPath: '{.ready}' }],
	codec: specCodec(DevicesStatusSpecSchema, {
		ready: flag,
	}),
});

export type DevicesStatusSpec = SpecOf<typeof DevicesStatus>;

export const devicesStatusId = 'devices';
