import { EtcdCertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { pemPairField, type SpecOf, specCodec } from '../spec/index.ts';

/** What etcd shows to clients and to its peers, and what its clients show. */
export const EtcdCertificates = defineResource({
	type: 'EtcdSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(EtcdCertsSpecSchema, {
		etcd: pemPairField,
		etcdPeer: pemPairField,
		etcdAdmin: pemPairField,
		etcdAPIServer: pemPairField,
	}),
});

export type EtcdCertificatesSpec = SpecOf<typeof EtcdCertificates>;

export const etcdCertificatesId = 'etcd';
