import { StaticPodSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, type SpecOf, valueCodec, wrapped } from '../spec/index.ts';

/** A pod that the kubelet is to run without asking anybody, as Kubernetes writes it. */
export const StaticPod = defineResource({
	type: 'StaticPods.kubernetes.talos.dev',
	namespace: 'k8s',
	codec: valueCodec(StaticPodSpecSchema, wrapped('pod', freeForm)),
});

export type StaticPodSpec = SpecOf<typeof StaticPod>;
