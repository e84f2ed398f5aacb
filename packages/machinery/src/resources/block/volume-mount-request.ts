import { VolumeMountRequestSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** One user of a volume needs it to be mounted. */
export const VolumeMountRequest = defineResource({
	type: 'VolumeMountRequests.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Volume ID', jsonPath: '{.volumeID}' },
		{ name: 'Requester', jsonPath: '{.requester}' },
	],
	codec: specCodec(VolumeMountRequestSpecSchema, {
		volumeID: text,
		requester: text,
		readOnly: flag,
		detached: flag,
		disableAccessTime: flag,
		secure: flag,
	}),
});

export type VolumeMountRequestSpec = SpecOf<typeof VolumeMountRequest>;
