import { MountStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, list, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A mount of the system. */
export const RuntimeMountStatus = defineResource({
	type: 'MountStatuses.runtime.talos.dev',
	namespace: 'runtime',
	aliases: ['mounts'],
	automaticAliases: false,
	printColumns: [
		{ name: 'Source', jsonPath: '{.source}' },
		{ name: 'Target', jsonPath: '{.target}' },
		{ name: 'Filesystem Type', jsonPath: '{.filesystemType}' },
	],
	codec: specCodec(MountStatusSpecSchema, {
		source: text,
		target: text,
		filesystemType: text,
		options: list(text),
		encrypted: flag,
		encryptionProviders: optional(list(text)),
	}),
});

export type RuntimeMountStatusSpec = SpecOf<typeof RuntimeMountStatus>;
