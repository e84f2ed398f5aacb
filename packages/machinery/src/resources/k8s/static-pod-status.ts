import { StaticPodStatusSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, type SpecOf, valueCodec, wrapped } from '../spec/index.ts';

/** How a static pod does, as Kubernetes writes a pod's status; the id is namespace/name. */
export const StaticPodStatus = defineResource({
	type: 'StaticPodStatuses.kubernetes.talos.dev',
	namespace: 'k8s',
	aliases: ['podstatus'],
	printColumns: [{ name: 'Ready', jsonPath: '{.conditions[?(@.type=="Ready")].status}' }],
	codec: valueCodec(StaticPodStatusSpecSchema, wrapped('podStatus', freeForm)),
});

export type StaticPodStatusSpec = SpecOf<typeof StaticPodStatus>;
