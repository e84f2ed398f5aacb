// Generated from model/k8s/kube-flannel-cni-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type KubeResources, kubeResourcesSchema } from './resources.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Deploys Flannel as the pod network.
 * Without the document there is no built-in pod network, and you bring your own. Cannot stand beside `cluster.network`.
 */
export interface KubeFlannelCNIConfig extends DocumentMeta {
	/** How packets travel between nodes: `vxlan`, `host-gw`, `wireguard` or another backend of Flannel. */
	readonly backendType?: string;
	/**
	 * UDP port that encapsulated packets use; absent, the backend decides.
	 * Generated configurations have 4789.
	 */
	readonly backendPort?: number;
	/**
	 * MTU of the network between the nodes, from which Flannel derives that of the pods.
	 * Absent, Flannel looks at the interface; with KubeSpan, the MTU of KubeSpan is taken.
	 */
	readonly backendMTU?: number;
	/** Further settings of the backend, merged into the `Backend` part of Flannel's configuration. */
	readonly backendExtraConfig?: FreeForm;
	/** CPU and memory of Flannel's main container. */
	readonly resources?: KubeResources;
	/** Further command line arguments of `flanneld`, with their dashes. */
	readonly extraArgs?: readonly string[];
	/**
	 * Deploys a controller that enforces network policies, which Flannel alone does not.
	 * @default false
	 */
	readonly kubeNetworkPoliciesEnabled?: boolean;
}

export const kubeFlannelCNIConfigSchema: StructSchema = {
	name: 'k8s.KubeFlannelCNIConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'backendType', type: scalar.string },
		{ name: 'backendPort', type: scalar.uint16, omitEmpty: true },
		{ name: 'backendMTU', type: scalar.uint32, omitEmpty: true },
		{ name: 'backendExtraConfig', type: { of: 'any' }, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: kubeResourcesSchema }, omitEmpty: true },
		{ name: 'extraArgs', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'kubeNetworkPoliciesEnabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
