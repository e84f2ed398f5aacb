// Generated from model/k8s/kube-network-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Integer, Prefix } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * The networks of pods and services.
 * The same on every node, and fixed once the cluster exists. Cannot stand beside `cluster.network`.
 */
export interface KubeNetworkConfig extends DocumentMeta {
	/**
	 * Domain that the names of services end in.
	 * @default cluster.local
	 */
	readonly dnsDomain?: string;
	/**
	 * Networks that pods get their addresses from: one, or one per address family.
	 * They must not overlap with the services or with anything that pods should reach. A patch replaces the whole list.
	 */
	readonly podSubnets?: readonly Prefix[];
	/**
	 * Networks that services get their addresses from: one, or one per address family.
	 * As many as pod subnets. A patch replaces the whole list.
	 */
	readonly serviceSubnets?: readonly Prefix[];
	/**
	 * Prefix length of each node's share of the IPv4 pod subnet, 1 to 32.
	 * 24 gives a node 254 pod addresses. It must not be more than 16 bits longer than the subnet's own.
	 * @default 24
	 */
	readonly nodeCIDRMaskSizeIPv4?: Integer;
	/**
	 * Prefix length of each node's share of the IPv6 pod subnet, 1 to 128.
	 * It must not be more than 16 bits longer than the subnet's own.
	 * @default 64
	 */
	readonly nodeCIDRMaskSizeIPv6?: Integer;
}

export const kubeNetworkConfigSchema: StructSchema = {
	name: 'k8s.KubeNetworkConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'dnsDomain', type: scalar.string },
		{ name: 'podSubnets', type: { of: 'list', item: scalar.prefix }, replace: true },
		{ name: 'serviceSubnets', type: { of: 'list', item: scalar.prefix }, replace: true },
		{ name: 'nodeCIDRMaskSizeIPv4', type: scalar.int, omitEmpty: true },
		{ name: 'nodeCIDRMaskSizeIPv6', type: scalar.int, omitEmpty: true },
	],
};
