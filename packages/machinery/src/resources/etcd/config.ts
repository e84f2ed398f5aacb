import { ConfigSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** What the configuration says of etcd. Networks and addresses are text; what is excluded stands without its `!`. */
export interface EtcdConfigSpec {
	/** Where the advertised address may be from; absent means anywhere. */
	readonly advertiseValidSubnets?: readonly string[];
	readonly advertiseExcludeSubnets: readonly string[];
	/** Where to listen; absent means everywhere. */
	readonly listenValidSubnets?: readonly string[];
	readonly listenExcludeSubnets: readonly string[];
	readonly image: string;
	readonly extraArgs: Readonly<Record<string, readonly string[]>>;
}

export const EtcdConfig: ResourceType<EtcdConfigSpec> = defineResource({
	type: 'EtcdConfigs.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [{ name: 'Image', jsonPath: '{.image}' }],
	codec: messageCodec(
		ConfigSpecSchema,
		(spec) => ({
			image: spec.image,
			advertiseValidSubnets: [...(spec.advertiseValidSubnets ?? [])],
			advertiseExcludeSubnets: [...spec.advertiseExcludeSubnets],
			listenValidSubnets: [...(spec.listenValidSubnets ?? [])],
			listenExcludeSubnets: [...spec.listenExcludeSubnets],
			extraArgs: Object.fromEntries(Object.entries(spec.extraArgs).map(([key, values]) => [key, { values: [...values] }])),
		}),
		(message) => ({
			...(message.advertiseValidSubnets.length === 0 ? {} : { advertiseValidSubnets: message.advertiseValidSubnets }),
			advertiseExcludeSubnets: message.advertiseExcludeSubnets,
			...(message.listenValidSubnets.length === 0 ? {} : { listenValidSubnets: message.listenValidSubnets }),
			listenExcludeSubnets: message.listenExcludeSubnets,
			image: message.image,
			extraArgs: Object.fromEntries(Object.entries(message.extraArgs).map(([key, { values }]) => [key, values])),
		}),
	),
});

export const etcdConfigId = 'etcd';
