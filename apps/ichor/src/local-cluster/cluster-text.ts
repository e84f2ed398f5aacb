import type { ClusterDescription } from '@ichor/provision';
import { table } from '../output/table.ts';

/** A local cluster in upstream's tables. @param bridge the network's name on this host */
export function clusterText({ name, endpoint, network, nodes }: ClusterDescription, bridge: string): string {
	const about = [
		['PROVISIONER', 'container'],
		['NAME', name],
		['NETWORK NAME', bridge],
		['NETWORK CIDR', network.cidr],
		['NETWORK GATEWAY', network.gateway],
		['NETWORK MTU', String(network.mtu)],
		['KUBERNETES ENDPOINT', endpoint],
	];
	const rows = nodes
		.toSorted((a, b) => (a.name < b.name ? -1 : 1))
		// nothing bounds what a container node takes of the host
		.map((node) => [node.name, node.controlPlane ? 'controlplane' : 'worker', node.address, '-', '-', '-']);
	return `${table(about)}\nNODES:\n\n${table([['NAME', 'TYPE', 'IP', 'CPU', 'RAM', 'DISK'], ...rows])}`;
}

/** The same for programs. */
export function clusterRecord({ name, endpoint, network, nodes }: ClusterDescription, bridge: string): object {
	const { cidr, gateway, mtu } = network;
	return {
		name,
		provisioner: 'container',
		network: { name: bridge, cidr, gateway, mtu },
		kubernetesEndpoint: endpoint,
		nodes: nodes.map((node) => ({ name: node.name, type: node.controlPlane ? 'controlplane' : 'worker', address: node.address })),
	};
}
