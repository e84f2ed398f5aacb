import { EncryptionSaltSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { numbers, type SpecOf, specCodec } from '../spec/index.ts';

/** Random bytes of this machine, 32 of them, that the keys of its disks are derived with. */
export const EncryptionSalt = defineResource({
	type: 'EncryptionSalts.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(EncryptionSaltSpecSchema, {
		diskSalt: numbers,
	}),
});

export type EncryptionSaltSpec = SpecOf<typeof EncryptionSalt>;

export const encryptionSaltId = 'salt';
