// Generated from model/k8s/resources.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';

/** CPU and memory of a pod of the control plane. */
export interface KubeResources {
	/** What is set aside for the pod: `cpu` and `memory`, as in Kubernetes. */
	readonly requests?: FreeForm;
	/**
	 * What the pod may not exceed: `cpu` and `memory`, as in Kubernetes.
	 * A component that needs more memory is killed, so leave room.
	 */
	readonly limits?: FreeForm;
}

export const kubeResourcesSchema: StructSchema = {
	name: 'k8s.ResourcesConfig',
	fields: [
		{ name: 'requests', type: { of: 'any' }, omitEmpty: true },
		{ name: 'limits', type: { of: 'any' }, omitEmpty: true },
	],
};
