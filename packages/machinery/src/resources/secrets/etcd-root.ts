import { EtcdRootSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { pemPairField, type SpecOf, specCodec } from '../spec/index.ts';

/** The authority of etcd. */
export const EtcdRoot = defineResource({
	type: 'EtcdRootSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(EtcdRootSpecSchema, {
		etcdCA: pemPairField,
	}),
});

export type EtcdRootSpec = SpecOf<typeof EtcdRoot>;

export const etcdRootId = 'etcd';
