import { MemberSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** This machine's member of the etcd cluster. */
export interface EtcdMemberSpec {
	/** 16 hexadecimal digits. */
	readonly memberID: string;
}

export const EtcdMember: ResourceType<EtcdMemberSpec> = defineResource({
	type: 'EtcdMembers.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [{ name: 'Member ID', jsonPath: '{.memberID}' }],
	codec: messageCodec(
		MemberSpecSchema,
		({ memberID }) => ({ memberId: memberID }),
		({ memberId }) => ({ memberID: memberId }),
	),
});

export const localMemberId = 'local';
