// Generated from model/v1alpha1/machine-network.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type NetworkDevice, networkDeviceSchema } from './network-device.gen.ts';

/** Host name, links, name servers and the like. */
export interface MachineNetwork {
	/**
	 * The machine's host name; it beats DHCP and the platform.
	 * Generated configurations have a HostnameConfig with `auto: stable`, next to which this field is refused.
	 * @deprecated Use HostnameConfig.hostname.
	 */
	readonly hostname?: string;
	/**
	 * Links with their addresses and routes.
	 * Patches merge by `interface`, or else by an equal `deviceSelector`.
	 * @deprecated Use LinkConfig, BondConfig, BridgeConfig, VLANConfig, DummyLinkConfig, WireguardConfig, DHCPv4Config,
	 * DHCPv6Config.
	 */
	readonly interfaces?: readonly (NetworkDevice | null)[];
	/**
	 * Servers to ask, instead of those of DHCP and the platform.
	 * @deprecated Use ResolverConfig.nameservers.
	 */
	readonly nameservers?: readonly string[];
	/**
	 * Domains in which short names are looked up.
	 * @since v1.9
	 * @deprecated Use ResolverConfig.searchDomains.
	 */
	readonly searchDomains?: readonly string[];
	/**
	 * Names and addresses for `/etc/hosts`.
	 * @deprecated Use StaticHostConfig.
	 */
	readonly extraHostEntries?: readonly (ExtraHost | null)[];
	/**
	 * Encrypted tunnels between all machines of the cluster.
	 * @deprecated Use KubeSpanConfig.
	 */
	readonly kubespan?: MachineKubeSpan;
	/**
	 * Leaves out the domain of the machine's own name when looking up short names.
	 * @default false
	 * @deprecated Use ResolverConfig.searchDomains.disableDefault.
	 */
	readonly disableSearchDomain?: boolean;
}

/** Names for an address in `/etc/hosts`. */
export interface ExtraHost {
	/**
	 * Address that the names stand for.
	 * @deprecated Use StaticHostConfig.name.
	 */
	readonly ip?: string;
	/**
	 * Names of the address.
	 * @deprecated Use StaticHostConfig.hostnames.
	 */
	readonly aliases?: readonly string[];
}

/** Encrypted tunnels between all machines of the cluster. */
export interface MachineKubeSpan {
	/**
	 * Builds the tunnels; cluster discovery must be on.
	 * @default false
	 * @deprecated Use KubeSpanConfig.enabled.
	 */
	readonly enabled?: boolean;
	/**
	 * Routes traffic between pods through the tunnels itself.
	 * @default false
	 * @deprecated Use KubeSpanConfig.advertiseKubernetesNetworks.
	 */
	readonly advertiseKubernetesNetworks?: boolean;
	/**
	 * Sends traffic for a machine outside the tunnels while the tunnel to it is down.
	 * @default false
	 * @deprecated Use KubeSpanConfig.allowDownPeerBypass.
	 */
	readonly allowDownPeerBypass?: boolean;
	/**
	 * Tells others about addresses at which machines have been seen.
	 * @default false
	 * @deprecated Use KubeSpanConfig.harvestExtraEndpoints.
	 */
	readonly harvestExtraEndpoints?: boolean;
	/**
	 * Largest packet in bytes within the tunnels, at least 1280.
	 * @default 1420
	 * @deprecated Use KubeSpanConfig.mtu.
	 */
	readonly mtu?: number;
	/**
	 * Which addresses and networks this machine makes known.
	 * @deprecated Use KubeSpanConfig.filters.
	 */
	readonly filters?: MachineKubeSpanFilters;
}

/** Which addresses and networks a machine makes known to others. */
export interface MachineKubeSpanFilters {
	/**
	 * Networks from which the tunnel's endpoint addresses may be; `!` in front excludes one.
	 * @deprecated Use KubeSpanConfig.filters.endpoints.
	 */
	readonly endpoints?: readonly string[];
	/**
	 * Networks that are not announced as reachable through the tunnel.
	 * @since v1.12
	 * @deprecated Use KubeSpanConfig.filters.excludeAdvertisedNetworks.
	 */
	readonly excludeAdvertisedNetworks?: readonly string[];
}

export const extraHostSchema: StructSchema = {
	name: 'v1alpha1.ExtraHost',
	fields: [
		{ name: 'ip', type: scalar.string },
		{ name: 'aliases', type: { of: 'list', item: scalar.string } },
	],
};

export const machineKubeSpanFiltersSchema: StructSchema = {
	name: 'v1alpha1.KubeSpanFilters',
	fields: [
		{ name: 'endpoints', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'excludeAdvertisedNetworks', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const machineKubeSpanSchema: StructSchema = {
	name: 'v1alpha1.NetworkKubeSpan',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'advertiseKubernetesNetworks', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'allowDownPeerBypass', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'harvestExtraEndpoints', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'mtu', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'filters', type: { of: 'struct', struct: machineKubeSpanFiltersSchema }, nullable: true, omitEmpty: true },
	],
};

export const machineNetworkSchema: StructSchema = {
	name: 'v1alpha1.NetworkConfig',
	fields: [
		{ name: 'hostname', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'interfaces', type: { of: 'list', item: { of: 'struct', struct: networkDeviceSchema }, name: 'v1alpha1.NetworkDeviceList', nullable: true }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'nameservers', type: { of: 'list', item: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'searchDomains', type: { of: 'list', item: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'extraHostEntries', type: { of: 'list', item: { of: 'struct', struct: extraHostSchema }, nullable: true }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'kubespan', type: { of: 'struct', struct: machineKubeSpanSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'disableSearchDomain', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
	],
};
