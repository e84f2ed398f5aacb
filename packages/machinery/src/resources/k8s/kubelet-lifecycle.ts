import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** Stays until everybody who needs the kubelet to have stopped has seen it stop. */
export const KubeletLifecycle = defineResource({
	type: 'KubeletLifecycles.kubernetes.talos.dev',
	namespace: 'k8s',
	codec: specCodec(EmptySchema, {}),
});

export type KubeletLifecycleSpec = SpecOf<typeof KubeletLifecycle>;

export const kubeletLifecycleId = 'kubelet';
