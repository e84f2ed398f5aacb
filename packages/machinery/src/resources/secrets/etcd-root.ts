import { EtcdRootSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';
import { type PemPair, pairMessage, pairOf } from '../pem.ts';

/** etcd's authority. */
export interface EtcdRootSpec {
	readonly etcdCA: PemPair;
}

export const EtcdRoot: ResourceType<EtcdRootSpec> = defineResource({
	type: 'EtcdRootSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: messageCodec(
		EtcdRootSpecSchema,
		({ etcdCA }) => ({ etcdCa: pairMessage(etcdCA) }),
		({ etcdCa }) => ({ etcdCA: pairOf(etcdCa) }),
	),
});

export const etcdRootId = 'etcd';
