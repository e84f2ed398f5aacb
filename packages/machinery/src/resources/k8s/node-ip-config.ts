import { NodeIPConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { list, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Which addresses of this machine are those of a node. */
export const NodeIPConfig = defineResource({
	type: 'NodeIPConfigs.kubernetes.talos.dev',
	namespace: 'k8s',
	codec: specCodec(NodeIPConfigSpecSchema, {
		validSubnets: optional(list(text)),
		excludeSubnets: list(text),
	}),
});

export type NodeIPConfigSpec = SpecOf<typeof NodeIPConfig>;

export const kubeletNodeIPConfigId = 'kubelet';
