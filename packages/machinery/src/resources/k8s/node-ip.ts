import { NodeIPSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { address, list, type SpecOf, specCodec } from '../spec/index.ts';

/** The addresses of this machine as a node. */
export const NodeIP = defineResource({
	type: 'NodeIPs.kubernetes.talos.dev',
	namespace: 'k8s',
	codec: specCodec(NodeIPSpecSchema, {
		addresses: list(address),
	}),
});

export type NodeIPSpec = SpecOf<typeof NodeIP>;

export const kubeletNodeIPId = 'kubelet';
