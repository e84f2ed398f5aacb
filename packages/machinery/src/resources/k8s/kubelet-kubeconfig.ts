import { KubeletKubeconfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** The kubeconfig that the kubelet has got for itself; the hash changes with it. */
export const KubeletKubeconfig = defineResource({
	type: 'KubeletKubeconfigs.kubernetes.talos.dev',
	namespace: 'k8s',
	printColumns: [{ name: 'Hash', jsonPath: '{.hash}' }],
	codec: specCodec(KubeletKubeconfigSpecSchema, {
		hash: text,
	}),
});

export type KubeletKubeconfigSpec = SpecOf<typeof KubeletKubeconfig>;

export const kubeletKubeconfigId = 'kubelet';
