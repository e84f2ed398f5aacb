import type { LinkSpecSpec } from '@ichor/machinery/resources';

/** A link as the configuration wants it, whichever way it was written. */
export interface ConfiguredLink {
	/** The kernel's name of the link, an alias resolved. */
	readonly name: string;
	readonly up: boolean;
	/** 0: the kernel's choice. */
	readonly mtu: number;
	readonly multicast?: boolean;
	readonly hardwareAddr?: string;
	readonly addresses: readonly ConfiguredAddress[];
	readonly routes: readonly ConfiguredRoute[];
	/** What makes it a link of the kernel's own; absent for hardware. */
	readonly shape?: Pick<
		LinkSpecSpec,
		'kind' | 'type' | 'parentName' | 'vlan' | 'bondMaster' | 'bridgeMaster' | 'vrfMaster' | 'wireguard' | 'veth'
	>;
	/** Links that belong to this bond, bridge or VRF. */
	readonly members: readonly string[];
	readonly membership?: 'bond' | 'bridge' | 'vrf';
	/** The bridge that this link belongs to, where that is said of the link and not of the bridge. */
	readonly bridgeName?: string;
	readonly dhcp4?: DhcpOptions;
	readonly dhcp6?: DhcpOptions;
	/** Addresses that this machine shares with others on this link. */
	readonly sharedAddresses: readonly SharedAddress[];
}

export interface SharedAddress {
	readonly ip: string;
	/** The cloud that must be told who has the address. */
	readonly cloud?: { readonly name: 'hcloud' | 'equinixMetal'; readonly apiToken: string };
}

interface ConfiguredAddress {
	readonly address: string;
	readonly priority: number;
}

export interface ConfiguredRoute {
	/** Empty for the default route. */
	readonly destination: string;
	readonly gateway: string;
	readonly source: string;
	readonly metric: number;
	readonly mtu: number;
	readonly table: string;
}

export interface DhcpOptions {
	readonly routeMetric: number;
	readonly ignoreHostname: boolean;
	readonly clientIdentifier: 'none' | 'mac' | 'duid';
	readonly duid: string;
}

/** The links that are there. */
export interface KnownLinks {
	/** The kernel's name of a link that is named so, or else; the same name when there is none. */
	resolve(name: string): string;
	/** Undefined when there is no link that is named so. */
	indexOf(name: string | undefined): number | undefined;
}

/** A link for which nothing is said. */
export function plainLink(name: string): ConfiguredLink {
	return { name, up: true, mtu: 0, addresses: [], routes: [], members: [], sharedAddresses: [] };
}
