import { SpecSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { addressMessage, addressText } from '../address.ts';
import { messageCodec } from '../codec.ts';

/** How etcd is to run on this machine. */
export interface EtcdSpecSpec {
	readonly name: string;
	readonly advertisedAddresses: readonly string[];
	readonly listenPeerAddresses: readonly string[];
	readonly listenClientAddresses: readonly string[];
	readonly image: string;
	readonly extraArgs: Readonly<Record<string, readonly string[]>>;
}

export const EtcdSpec: ResourceType<EtcdSpecSpec> = defineResource({
	type: 'EtcdSpecs.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [
		{ name: 'Name', jsonPath: '{.name}' },
		{ name: 'AdvertisedAddresses', jsonPath: '{.advertisedAddresses}' },
		{ name: 'ListenPeerAddresses', jsonPath: '{.listenPeerAddresses}' },
		{ name: 'ListenClientAddresses', jsonPath: '{.listenClientAddresses}' },
	],
	codec: messageCodec(
		SpecSpecSchema,
		({ name, image, extraArgs, ...addresses }) => ({
			name,
			image,
			advertisedAddresses: addresses.advertisedAddresses.map(addressMessage),
			listenPeerAddresses: addresses.listenPeerAddresses.map(addressMessage),
			listenClientAddresses: addresses.listenClientAddresses.map(addressMessage),
			extraArgs: Object.fromEntries(Object.entries(extraArgs).map(([key, values]) => [key, { values: [...values] }])),
		}),
		(message) => ({
			name: message.name,
			advertisedAddresses: message.advertisedAddresses.map(addressText),
			listenPeerAddresses: message.listenPeerAddresses.map(addressText),
			listenClientAddresses: message.listenClientAddresses.map(addressText),
			image: message.image,
			extraArgs: Object.fromEntries(Object.entries(message.extraArgs).map(([key, { values }]) => [key, values])),
		}),
	),
});

export const etcdSpecId = 'etcd';
