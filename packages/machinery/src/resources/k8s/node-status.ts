import { NodeStatusSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { flag, list, map, prefix, type SpecOf, specCodec, text } from '../spec/index.ts';

/** What Kubernetes says of the node of this machine. */
export const NodeStatus = defineResource({
	type: 'NodeStatuses.kubernetes.talos.dev',
	namespace: 'k8s',
	printColumns: [
		{ name: 'Ready', jsonPath: '{.nodeReady}' },
		{ name: 'Unschedulable', jsonPath: '{.unschedulable}' },
	],
	codec: specCodec(NodeStatusSpecSchema, {
		nodename: text,
		nodeReady: flag,
		unschedulable: flag,
		labels: map(text),
		annotations: map(text),
		podCIDRs: list(prefix),
	}),
});

export type NodeStatusSpec = SpecOf<typeof NodeStatus>;

/** The annotation of a node that is not ready that says why, in the kubelet's words: the fields are upstream's and have no place for it. */
export const notReadyReason = 'ichor.dev/not-ready-reason';
