import { ManifestStatusSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The manifests that this machine has put into Kubernetes. */
export const ManifestStatus = defineResource({
	type: 'ManifestStatuses.kubernetes.talos.dev',
	namespace: 'controlplane',
	codec: specCodec(ManifestStatusSpecSchema, {
		manifestsApplied: list(text),
	}),
});

export type ManifestStatusSpec = SpecOf<typeof ManifestStatus>;

export const manifestStatusId = 'manifests';
