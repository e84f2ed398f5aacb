import { dnsDomain, flannelBackend, ipv4PodSubnet, ipv4ServiceSubnet } from '../../versions/defaults.ts';
import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import { defaultNodeMask } from '../types/k8s/cluster-subnets.ts';
import type { FreeForm } from '../types/scalars.gen.ts';
import { type PodResources, resourcesOf } from './pod-settings.ts';

export interface ClusterNetwork {
	readonly dnsDomain: string;
	readonly podSubnets: readonly string[];
	readonly serviceSubnets: readonly string[];
	/** How long the prefix of one node's pods is. */
	readonly nodeMaskIPv4: number;
	readonly nodeMaskIPv6: number;
}

export interface Flannel {
	readonly backendType: string;
	/** Undefined leaves it to flannel. */
	readonly backendPort: number | undefined;
	readonly backendMTU: number | undefined;
	readonly backendExtraConfig: FreeForm;
	readonly resources: PodResources;
	readonly extraArgs: readonly string[];
	readonly kubeNetworkPoliciesEnabled: boolean;
}

/** The networks of the cluster, by the document or else by the root document; undefined when neither says anything. */
export function clusterNetwork(config: MachineConfig): ClusterNetwork | undefined {
	const [document] = documentsOf(config, 'KubeNetworkConfig');
	if (document !== undefined) {
		const { podSubnets = [], serviceSubnets = [], nodeCIDRMaskSizeIPv4, nodeCIDRMaskSizeIPv6 } = document.value;
		return {
			dnsDomain: document.value.dnsDomain || dnsDomain,
			podSubnets,
			serviceSubnets,
			nodeMaskIPv4: Number(nodeCIDRMaskSizeIPv4 || defaultNodeMask.ipv4),
			nodeMaskIPv6: Number(nodeCIDRMaskSizeIPv6 || defaultNodeMask.ipv6),
		};
	}
	const legacy = rootOf(config)?.cluster?.network;
	if (legacy === undefined) return undefined;
	return {
		dnsDomain: legacy.dnsDomain || dnsDomain,
		podSubnets: legacy.podSubnets?.length ? legacy.podSubnets : [ipv4PodSubnet],
		serviceSubnets: legacy.serviceSubnets?.length ? legacy.serviceSubnets : [ipv4ServiceSubnet],
		nodeMaskIPv4: defaultNodeMask.ipv4,
		nodeMaskIPv6: defaultNodeMask.ipv6,
	};
}

/** flannel, by the document or else by the root document that chooses it; undefined when it does not run. */
export function flannel(config: MachineConfig): Flannel | undefined {
	const [document] = documentsOf(config, 'KubeFlannelCNIConfig');
	if (document !== undefined) {
		const { backendType = '', backendPort, backendMTU, backendExtraConfig = {}, resources, extraArgs = [] } = document.value;
		return {
			backendType,
			backendPort: backendPort || undefined,
			backendMTU: backendMTU || undefined,
			backendExtraConfig,
			resources: resourcesOf(resources),
			extraArgs,
			kubeNetworkPoliciesEnabled: document.value.kubeNetworkPoliciesEnabled ?? false,
		};
	}
	const network = rootOf(config)?.cluster?.network;
	if (network === undefined || (network.cni !== undefined && network.cni.name !== 'flannel')) return undefined;
	return {
		backendType: flannelBackend.type,
		backendPort: flannelBackend.port,
		backendMTU: undefined,
		backendExtraConfig: {},
		resources: resourcesOf(undefined),
		extraArgs: network.cni?.flannel?.extraArgs ?? [],
		kubeNetworkPoliciesEnabled: network.cni?.flannel?.kubeNetworkPoliciesEnabled ?? false,
	};
}
