// Generated from model/k8s/kube-scheduler-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue, FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type KubeResources, kubeResourcesSchema } from './resources.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Runs the Kubernetes scheduler on this control plane node.
 * Takes the place of `cluster.scheduler` and `machine.controlPlane.scheduler`; with both, the configuration is refused.
 */
export interface KubeSchedulerConfig extends DocumentMeta {
	/**
	 * Runs the scheduler here.
	 * One running instance in the cluster is enough to work; each further one stands by.
	 * @default true
	 */
	readonly enabled?: boolean;
	/** Reference of the scheduler's image, with a tag. */
	readonly image?: string;
	/** Settings in the form of a `KubeSchedulerConfiguration`, without `apiVersion` and `kind`. */
	readonly config?: FreeForm;
	/**
	 * Further command line arguments by name, without the dashes.
	 * `config` is the better place for what it can express.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/** Environment variables of the scheduler. */
	readonly env?: Readonly<Record<string, string>>;
	/** CPU and memory of the scheduler's pod. */
	readonly resources?: KubeResources;
}

export const kubeSchedulerConfigSchema: StructSchema = {
	name: 'k8s.KubeSchedulerConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'image', type: scalar.string },
		{ name: 'config', type: { of: 'any' } },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'env', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: kubeResourcesSchema }, omitEmpty: true },
	],
};
