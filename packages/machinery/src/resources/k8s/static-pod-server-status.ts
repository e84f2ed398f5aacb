import { StaticPodServerStatusSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** Where the kubelet fetches its static pods. */
export const StaticPodServerStatus = defineResource({
	type: 'StaticPodServerStatuses.kubernetes.talos.dev',
	namespace: 'k8s',
	codec: specCodec(StaticPodServerStatusSpecSchema, {
		url: text,
	}),
});

export type StaticPodServerStatusSpec = SpecOf<typeof StaticPodServerStatus>;

export const staticPodServerStatusId = 'static-pod-server-status';
