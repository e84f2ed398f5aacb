import { ManifestSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, list, type SpecOf, valueCodec, wrapped } from '../spec/index.ts';

/** Objects that are to be in Kubernetes; manifests are applied in the order of their ids. */
export const Manifest = defineResource({
	type: 'Manifests.kubernetes.talos.dev',
	namespace: 'controlplane',
	codec: valueCodec(ManifestSpecSchema, wrapped('items', list(wrapped('object', freeForm)))),
});

export type ManifestSpec = SpecOf<typeof Manifest>;
