import { UserDiskConfigStatusSpecSchema } from '@ichor/api/resource/definitions/block';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec } from '../spec/index.ts';

/** Whether the disks of the machine configuration are there. */
export const UserDiskConfigStatus = defineResource({
	type: 'UserDiskConfigStatuses.block.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Ready', jsonPath: '{.ready}' }],
	codec: specCodec(UserDiskConfigStatusSpecSchema, {
		ready: flag,
		tornDown: flag,
	}),
});

export type UserDiskConfigStatusSpec = SpecOf<typeof UserDiskConfigStatus>;

export const userDiskConfigStatusId = 'user-disks';
