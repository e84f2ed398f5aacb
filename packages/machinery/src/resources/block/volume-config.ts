import { VolumeConfigSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { base64, flag, list, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { mountSpec, symlinkSpec } from './mount-spec-fields.ts';
import { encryptionKeyType, encryptionProvider, filesystemType, volumeType } from './words.ts';

const encryptionKey = {
	slot: whole,
	type: encryptionKeyType,
	lockToState: optional(flag),
	staticPassphrase: optional(base64),
	kmsEndpoint: optional(text),
	tpmCheckSecurebootStatusOnEnroll: optional(flag),
	pcrs: optional(named('tpmpcRs', list(whole))),
	pubKeyPcrs: optional(named('tpmPubKeyPcRs', list(whole))),
};

const encryptionSpec = {
	provider: encryptionProvider,
	keys: list(record(encryptionKey)),
	cipher: optional(text),
	keySize: optional(whole),
	blockSize: optional(whole),
	perfOptions: optional(list(text)),
};

const filesystemSpec = {
	type: filesystemType,
	label: optional(text),
};

const partitionSpec = {
	minSize: whole,
	maxSize: optional(whole),
	relativeMaxSize: whole,
	negativeMaxSize: flag,
	grow: flag,
	label: optional(text),
	typeUUID: optional(text),
};

const diskSelector = {
	external: optional(text),
};

const provisioningSpec = {
	wave: optional(whole),
	diskSelector: optional(record(diskSelector)),
	partitionSpec: optional(record(partitionSpec)),
	filesystemSpec: optional(record(filesystemSpec)),
};

/** A volume that the machine is to have. The expressions that select a disk by what it is are not among its fields yet. */
export const VolumeConfig = defineResource({
	type: 'VolumeConfigs.block.talos.dev',
	namespace: 'runtime',
	sensitive: true,
	codec: specCodec(VolumeConfigSpecSchema, {
		parentId: optional(text),
		type: volumeType,
		provisioning: record(provisioningSpec),
		encryption: optional(record(encryptionSpec)),
		locator: record({}),
		mount: optional(record(mountSpec)),
		symlink: optional(record(symlinkSpec)),
	}),
});

export type VolumeConfigSpec = SpecOf<typeof VolumeConfig>;

/** Its label when the system needs it, whatever the user says. */
export const systemVolumeLabel = 'talos.dev/system-volume';
