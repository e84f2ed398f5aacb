import { MountStatusSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { flag, optional, record, type SpecOf, specCodec, text } from '../spec/index.ts';
import { mountRequest } from './mount-request.ts';
import { encryptionProvider, filesystemType } from './words.ts';

/** A volume that is mounted, as a request has asked. */
export const MountStatus = defineResource({
	type: 'MountStatuses.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Source', jsonPath: '{.source}' },
		{ name: 'Target', jsonPath: '{.target}' },
		{ name: 'Filesystem', jsonPath: '{.filesystem}' },
		{ name: 'Volume', jsonPath: '{.spec.volumeID}' },
	],
	codec: specCodec(MountStatusSpecSchema, {
		spec: record(mountRequest),
		source: text,
		target: text,
		filesystem: filesystemType,
		encryptionProvider: optional(encryptionProvider),
		readOnly: flag,
		projectQuotaSupport: flag,
		detached: flag,
	}),
});

export type MountStatusSpec = SpecOf<typeof MountStatus>;
