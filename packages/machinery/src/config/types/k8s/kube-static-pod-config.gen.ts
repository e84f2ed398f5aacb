// Generated from model/k8s/kube-static-pod-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Runs a pod on this node that does not come from the Kubernetes API.
 * For what must run before Kubernetes does. The pod appears in Kubernetes, but cannot be changed there.
 */
export interface KubeStaticPodConfig extends DocumentMeta {
	/** Tells the pods apart: a DNS name in lower case. */
	readonly name?: string;
	/**
	 * The pod, with its `apiVersion` and `kind`.
	 * It is handed to the kubelet as it is, which alone checks it. A patch replaces the whole value.
	 */
	readonly pod?: FreeForm;
}

export const kubeStaticPodConfigSchema: StructSchema = {
	name: 'k8s.KubeStaticPodConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'pod', type: { of: 'any' }, replace: true },
	],
};
