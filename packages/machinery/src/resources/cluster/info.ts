import { InfoSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** The cluster that this machine belongs to. */
export const Info = defineResource({
	type: 'Infos.cluster.talos.dev',
	namespace: 'cluster',
	printColumns: [
		{ name: 'Cluster ID', jsonPath: '{.clusterId}' },
		{ name: 'Cluster Name', jsonPath: '{.clusterName}' },
	],
	codec: specCodec(InfoSpecSchema, {
		clusterId: text,
		clusterName: text,
	}),
});

export type InfoSpec = SpecOf<typeof Info>;

export const clusterInfoId = 'current';
