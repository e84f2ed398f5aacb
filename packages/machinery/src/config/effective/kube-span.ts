import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';

export interface KubeSpan {
	readonly enabled: boolean;
	readonly advertiseKubernetesNetworks: boolean;
	/** Traffic to a peer that is down is not sent around the mesh. */
	readonly forceRouting: boolean;
	readonly harvestExtraEndpoints: boolean;
	readonly mtu: number;
	/** Networks and addresses, turned around by `!`, that endpoints of peers are filtered by. */
	readonly endpointFilters: readonly string[];
	readonly excludedNetworks: readonly string[];
}

/** The MTU of Ethernet without what WireGuard adds to a packet of IPv6. */
const defaultMTU = 1420;

/** The mesh between the machines, by the document or else by the root document; undefined when neither says anything. */
export function kubeSpan(config: MachineConfig): KubeSpan | undefined {
	const [document] = documentsOf(config, 'KubeSpanConfig');
	const source = document === undefined ? rootOf(config)?.machine?.network?.kubespan : document.value;
	if (source === undefined) return undefined;
	const mtu = document === undefined ? source.mtu || defaultMTU : (source.mtu ?? defaultMTU);
	return {
		enabled: source.enabled ?? false,
		advertiseKubernetesNetworks: source.advertiseKubernetesNetworks ?? false,
		forceRouting: !source.allowDownPeerBypass,
		harvestExtraEndpoints: source.harvestExtraEndpoints ?? false,
		mtu,
		endpointFilters: source.filters?.endpoints ?? [],
		excludedNetworks: source.filters?.excludeAdvertisedNetworks ?? [],
	};
}
