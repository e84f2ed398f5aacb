// Generated from model/k8s/kube-controller-manager-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type KubeResources, kubeResourcesSchema } from './resources.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Runs the Kubernetes controller manager on this control plane node.
 * Takes the place of `cluster.controllerManager` and `machine.controlPlane.controllerManager`; with both, the
 * configuration is refused.
 */
export interface KubeControllerManagerConfig extends DocumentMeta {
	/**
	 * Runs the controller manager here.
	 * One running instance in the cluster is enough to work; each further one stands by.
	 * @default true
	 */
	readonly enabled?: boolean;
	/** Reference of the controller manager's image, with a tag. */
	readonly image?: string;
	/** Further command line arguments by name, without the dashes. */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/** Environment variables of the controller manager. */
	readonly env?: Readonly<Record<string, string>>;
	/** CPU and memory of the controller manager's pod. */
	readonly resources?: KubeResources;
}

export const kubeControllerManagerConfigSchema: StructSchema = {
	name: 'k8s.KubeControllerManagerConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'image', type: scalar.string },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'env', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: kubeResourcesSchema }, omitEmpty: true },
	],
};
