import { VolumeStatusSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { flag, list, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { mountSpec, symlinkSpec } from './mount-spec-fields.ts';
import { encryptionProvider, filesystemType, volumePhase, volumeType } from './words.ts';

const tpmEncryptionOptions = {
	pcrs: optional(list(whole)),
	pubKeyPcrs: optional(list(whole)),
};

/** How far a volume is. */
export const VolumeStatus = defineResource({
	type: 'VolumeStatuses.block.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Type', jsonPath: '{.type}' },
		{ name: 'Phase', jsonPath: '{.phase}' },
		{ name: 'Location', jsonPath: '{.location}' },
		{ name: 'Size', jsonPath: '{.prettySize}' },
	],
	codec: specCodec(VolumeStatusSpecSchema, {
		phase: volumePhase,
		preFailPhase: optional(volumePhase),
		type: volumeType,
		parentID: optional(text),
		location: optional(text),
		mountLocation: optional(text),
		partitionIndex: optional(whole),
		parentLocation: optional(text),
		uuid: optional(text),
		partitionUUID: optional(text),
		size: optional(whole),
		prettySize: optional(text),
		filesystem: optional(filesystemType),
		encryptionProvider: optional(encryptionProvider),
		encryptionFailedSyncs: optional(list(text)),
		configuredEncryptionKeys: optional(list(text)),
		encryptionLockedToState: optional(flag),
		encryptionSlot: optional(whole),
		tpmEncryptionOptions: optional(record(tpmEncryptionOptions)),
		mountSpec: optional(record(mountSpec)),
		symlink: optional(named('symlinkSpec', record(symlinkSpec))),
		errorMessage: optional(text),
	}),
});

export type VolumeStatusSpec = SpecOf<typeof VolumeStatus>;
