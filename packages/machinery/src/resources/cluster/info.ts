import { InfoSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** The cluster that this machine belongs to. */
export interface InfoSpec {
	readonly clusterId: string;
	readonly clusterName: string;
}

export const Info: ResourceType<InfoSpec> = defineResource({
	type: 'Infos.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [
		{ name: 'Cluster ID', jsonPath: '{.clusterId}' },
		{ name: 'Cluster Name', jsonPath: '{.clusterName}' },
	],
	codec: messageCodec(
		InfoSpecSchema,
		(spec) => spec,
		({ clusterId, clusterName }) => ({ clusterId, clusterName }),
	),
});

export const clusterInfoId = 'current';
