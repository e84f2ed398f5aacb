import { EtcdCertsSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';
import { type PemPair, pairMessage, pairOf } from '../pem.ts';

/** What etcd shows to clients and to its peers, and what its clients show. */
export interface EtcdCertificatesSpec {
	readonly etcd: PemPair;
	readonly etcdPeer: PemPair;
	readonly etcdAdmin: PemPair;
	readonly etcdAPIServer: PemPair;
}

export const EtcdCertificates: ResourceType<EtcdCertificatesSpec> = defineResource({
	type: 'EtcdSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: messageCodec(
		EtcdCertsSpecSchema,
		({ etcd, etcdPeer, etcdAdmin, etcdAPIServer }) => ({
			etcd: pairMessage(etcd),
			etcdPeer: pairMessage(etcdPeer),
			etcdAdmin: pairMessage(etcdAdmin),
			etcdApiServer: pairMessage(etcdAPIServer),
		}),
		({ etcd, etcdPeer, etcdAdmin, etcdApiServer }) => ({
			etcd: pairOf(etcd),
			etcdPeer: pairOf(etcdPeer),
			etcdAdmin: pairOf(etcdAdmin),
			etcdAPIServer: pairOf(etcdApiServer),
		}),
	),
});

export const etcdCertificatesId = 'etcd';
