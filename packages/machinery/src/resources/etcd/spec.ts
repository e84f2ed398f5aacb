import { SpecSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource } from '@ichor/runtime';
import { address, extraArguments, list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** How etcd is to run on this machine. */
export const EtcdSpec = defineResource({
	type: 'EtcdSpecs.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [
		{ name: 'Name', jsonPath: '{.name}' },
		{ name: 'AdvertisedAddresses', jsonPath: '{.advertisedAddresses}' },
		{ name: 'ListenPeerAddresses', jsonPath: '{.listenPeerAddresses}' },
		{ name: 'ListenClientAddresses', jsonPath: '{.listenClientAddresses}' },
	],
	codec: specCodec(SpecSpecSchema, {
		name: text,
		advertisedAddresses: list(address),
		listenPeerAddresses: list(address),
		listenClientAddresses: list(address),
		image: text,
		extraArgs: extraArguments,
	}),
});

export type EtcdSpecSpec = SpecOf<typeof EtcdSpec>;

export const etcdSpecId = 'etcd';
