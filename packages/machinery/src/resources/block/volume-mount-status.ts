import { VolumeMountStatusSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The volume that one user has asked for is mounted. */
export const VolumeMountStatus = defineResource({
	type: 'VolumeMountStatuses.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Volume ID', jsonPath: '{.volumeID}' },
		{ name: 'Requester', jsonPath: '{.requester}' },
		{ name: 'Target', jsonPath: '{.target}' },
	],
	codec: specCodec(VolumeMountStatusSpecSchema, {
		volumeID: text,
		requester: text,
		target: text,
		readOnly: flag,
		detached: flag,
		disableAccessTime: flag,
		secure: flag,
	}),
});

export type VolumeMountStatusSpec = SpecOf<typeof VolumeMountStatus>;
