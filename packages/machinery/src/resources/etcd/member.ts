import { MemberSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** This machine's member of the etcd cluster. */
export const EtcdMember = defineResource({
	type: 'EtcdMembers.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [{ name: 'Member ID', jsonPath: '{.memberID}' }],
	codec: specCodec(MemberSpecSchema, {
		/** 16 hexadecimal digits. */
		memberID: text,
	}),
});

export type EtcdMemberSpec = SpecOf<typeof EtcdMember>;

export const localMemberId = 'local';
