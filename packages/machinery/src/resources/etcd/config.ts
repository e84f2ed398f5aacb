import { ConfigSpecSchema } from '@ichor/api/resource/definitions/etcd';
import { defineResource } from '@ichor/runtime';
import { extraArguments, list, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** What the configuration says of etcd. Networks and addresses are text; what is excluded stands without its `!`. */
export const EtcdConfig = defineResource({
	type: 'EtcdConfigs.etcd.talos.dev',
	namespace: 'etcd',
	printColumns: [{ name: 'Image', jsonPath: '{.image}' }],
	codec: specCodec(ConfigSpecSchema, {
		/** Where the advertised address may be from; absent means anywhere. */
		advertiseValidSubnets: optional(list(text)),
		advertiseExcludeSubnets: list(text),
		/** Where to listen; absent means everywhere. */
		listenValidSubnets: optional(list(text)),
		listenExcludeSubnets: list(text),
		image: text,
		extraArgs: extraArguments,
	}),
});

export type EtcdConfigSpec = SpecOf<typeof EtcdConfig>;

export const etcdConfigId = 'etcd';
