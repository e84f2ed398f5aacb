// Generated from model/k8s/kube-cluster-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Name and address of the Kubernetes cluster.
 * The same on every node. Takes the place of `cluster.clusterName` and `cluster.controlPlane.endpoint`; with both, the
 * configuration is refused.
 */
export interface KubeClusterConfig extends DocumentMeta {
	/**
	 * Names the cluster in kubeconfig files and contexts.
	 * It has no other effect and can be changed.
	 */
	readonly clusterName?: string;
	/**
	 * URL that everybody reaches the Kubernetes API at.
	 * A name or address that survives the loss of a node: a load balancer, a virtual IP, a DNS name with several
	 * addresses. It is written into certificates and kubeconfig files, so a name is better than an address.
	 */
	readonly endpoint?: URLText;
}

export const kubeClusterConfigSchema: StructSchema = {
	name: 'k8s.KubeClusterConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'clusterName', type: scalar.string },
		{ name: 'endpoint', type: scalar.urlText },
	],
};
