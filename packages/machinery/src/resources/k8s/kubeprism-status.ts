import { KubePrismStatusesSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether the node-local load balancer has an API server to lead to. */
export const KubePrismStatus = defineResource({
	type: 'KubePrismStatuses.kubernetes.talos.dev',
	namespace: 'k8s',
	printColumns: [
		{ name: 'HOST', jsonPath: '{.host}' },
		{ name: 'HEALTHY', jsonPath: '{.healthy}' },
	],
	codec: specCodec(KubePrismStatusesSpecSchema, {
		host: text,
		healthy: flag,
	}),
});

export type KubePrismStatusSpec = SpecOf<typeof KubePrismStatus>;

export const kubePrismStatusId = 'k8s-loadbalancer';
