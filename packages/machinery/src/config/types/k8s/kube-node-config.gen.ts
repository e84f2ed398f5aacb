// Generated from model/k8s/kube-node-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * How this machine appears as a node in Kubernetes.
 * Takes the place of `machine.nodeLabels`, `machine.nodeAnnotations`, `machine.nodeTaints` and parts of `machine.kubelet`;
 * with both, the configuration is refused. Unlike there, nothing is implied: the control plane's label and taint must be
 * listed.
 */
export interface KubeNodeConfig extends DocumentMeta {
	/**
	 * Runs the kubelet without telling Kubernetes; only static pods run.
	 * The other fields then have no effect.
	 * @default false
	 */
	readonly skipNodeRegistration?: boolean;
	/**
	 * Registers the node by its full domain name instead of the host name alone.
	 * Some cloud controllers look nodes up by it. Changing it on a running node makes a second node object.
	 * @default false
	 */
	readonly registerWithFQDN?: boolean;
	/** Which of the machine's addresses is the node's address. */
	readonly nodeIP?: KubeNodeIP;
	/**
	 * Labels of the node.
	 * On workers the API server refuses labels below `kubernetes.io` that are not on its list, such as
	 * `node-role.kubernetes.io/…`, and then none of the labels is set.
	 */
	readonly labels?: Readonly<Record<string, string>>;
	/** Annotations of the node. */
	readonly annotations?: Readonly<Record<string, string>>;
	/**
	 * Taints of the node: `value:Effect`, or `Effect` alone.
	 * Workers may only bring taints along when they register, not change them later.
	 */
	readonly taints?: Readonly<Record<string, string>>;
}

/** Choice of a node's address. */
export interface KubeNodeIP {
	/**
	 * Networks that the address may be from, one of each family for dual stack.
	 * `!` in front excludes a network; put these last. Absent, an address of each family of the pod subnets is chosen.
	 */
	readonly validSubnets?: readonly string[];
}

export const kubeNodeIPSchema: StructSchema = {
	name: 'k8s.NodeIPConfig',
	fields: [
		{ name: 'validSubnets', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const kubeNodeConfigSchema: StructSchema = {
	name: 'k8s.KubeNodeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'skipNodeRegistration', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'registerWithFQDN', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'nodeIP', type: { of: 'struct', struct: kubeNodeIPSchema } },
		{ name: 'labels', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'annotations', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'taints', type: { of: 'map', value: scalar.string }, omitEmpty: true },
	],
};
