import { KubeletSpecSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, list, optional, record, type SpecOf, specCodec, text } from '../spec/index.ts';
import { mount } from './mount-fields.ts';

/** How the kubelet is to run on this machine. */
export const KubeletSpec = defineResource({
	type: 'KubeletSpecs.kubernetes.talos.dev',
	namespace: 'k8s',
	sensitive: true,
	codec: specCodec(KubeletSpecSpecSchema, {
		image: text,
		args: optional(list(text)),
		extraMounts: optional(list(record(mount))),
		expectedNodename: optional(text),
		config: freeForm,
		credentialProviderConfig: optional(freeForm),
	}),
});

export type KubeletSpecSpec = SpecOf<typeof KubeletSpec>;

export const kubeletSpecId = 'kubelet';
