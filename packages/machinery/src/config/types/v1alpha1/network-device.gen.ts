// Generated from model/v1alpha1/network-device.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration, Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** A link: a network card that is chosen, or a virtual link that is created. */
export interface NetworkDevice {
	/** Name of the link; excludes `deviceSelector`. */
	readonly interface?: string;
	/**
	 * Chooses a network card by what it is; excludes `interface`.
	 * @deprecated Use LinkAliasConfig.
	 */
	readonly deviceSelector?: NetworkDeviceSelector;
	/**
	 * Fixed addresses, each with its prefix length.
	 * @deprecated Use LinkConfig.addresses.
	 */
	readonly addresses?: readonly string[];
	/**
	 * A fixed address with its prefix length, from before there were several.
	 * Validation warns about it; together with `addresses` it is refused.
	 * @deprecated Use LinkConfig.addresses.
	 */
	readonly cidr?: string;
	/**
	 * Fixed routes over the link.
	 * @deprecated Use LinkConfig.routes.
	 */
	readonly routes?: readonly (NetworkDeviceRoute | null)[];
	/**
	 * Makes the link a bond of other links.
	 * @deprecated Use BondConfig.
	 */
	readonly bond?: NetworkDeviceBond;
	/**
	 * Makes the link a bridge of other links.
	 * @deprecated Use BridgeConfig.
	 */
	readonly bridge?: NetworkDeviceBridge;
	/**
	 * Puts the link into a bridge.
	 * @since v1.9
	 * @deprecated Use BridgeConfig.links.
	 */
	readonly bridgePort?: NetworkDeviceBridgePort;
	/**
	 * VLANs on top of the link.
	 * Patches merge by `vlanId`.
	 * @deprecated Use VLANConfig.
	 */
	readonly vlans?: readonly (NetworkDeviceVLAN | null)[];
	/**
	 * Largest packet in bytes; absent, the driver's value.
	 * @deprecated Use LinkConfig.mtu.
	 */
	readonly mtu?: Integer;
	/**
	 * Gets addresses with DHCP.
	 * @default false
	 * @deprecated Use DHCPv4Config, DHCPv6Config.
	 */
	readonly dhcp?: boolean;
	/**
	 * Leaves the link alone altogether.
	 * @default false
	 */
	readonly ignore?: boolean;
	/**
	 * Makes the link one that leads nowhere, to hold addresses.
	 * @default false
	 * @deprecated Use DummyLinkConfig.
	 */
	readonly dummy?: boolean;
	/**
	 * How DHCP is done.
	 * @deprecated Use DHCPv4Config, DHCPv6Config.
	 */
	readonly dhcpOptions?: NetworkDeviceDHCPOptions;
	/**
	 * Makes the link a WireGuard tunnel.
	 * @deprecated Use WireguardConfig.
	 */
	readonly wireguard?: NetworkDeviceWireguard;
	/**
	 * Address that the control plane machines share on the link.
	 * @deprecated Use Layer2VIPConfig, HCloudVIPConfig.
	 */
	readonly vip?: NetworkDeviceVIP;
}

/** What a network card must be; all given conditions must hold, `*` stands for any text. */
export interface NetworkDeviceSelector {
	/** Place on the bus, such as `0000:65:00.0`. */
	readonly busPath?: string;
	/** MAC address that the card has now. */
	readonly hardwareAddr?: string;
	/**
	 * MAC address that the card was made with; it stays when the card joins a bond.
	 * @since v1.9
	 */
	readonly permanentAddr?: string;
	/** Vendor and product, such as `15b3:1017`. */
	readonly pciID?: string;
	/** Name of the kernel driver. */
	readonly driver?: string;
	/** Whether the link is a piece of hardware. */
	readonly physical?: boolean;
}

/** A fixed route over a link. */
export interface NetworkDeviceRoute {
	/**
	 * Network that the route leads to; absent, everything.
	 * @deprecated Use LinkConfig.routes.destination.
	 */
	readonly network?: string;
	/**
	 * Router that packets are sent to; absent, the network is reached directly on the link.
	 * @deprecated Use LinkConfig.routes.gateway.
	 */
	readonly gateway?: string;
	/**
	 * Source address that packets over the route leave with, unless the program chose one.
	 * @deprecated Use LinkConfig.routes.source.
	 */
	readonly source?: string;
	/**
	 * Priority among routes to the same network; the lowest wins.
	 * @default 1024
	 * @deprecated Use LinkConfig.routes.metric.
	 */
	readonly metric?: number;
	/**
	 * Largest packet in bytes on this route.
	 * @deprecated Use LinkConfig.routes.mtu.
	 */
	readonly mtu?: number;
}

/** A bond of several links. */
export interface NetworkDeviceBond {
	/**
	 * Names of the links to join; excludes `deviceSelectors`.
	 * @deprecated Use BondConfig.links.
	 */
	readonly interfaces?: readonly string[];
	/**
	 * Chooses the links to join by what they are; excludes `interfaces`.
	 * @deprecated Use BondConfig.links.
	 */
	readonly deviceSelectors?: readonly NetworkDeviceSelector[];
	/**
	 * Addresses that are probed with ARP; refused by validation.
	 * @deprecated Use BondConfig.arpIpTargets.
	 */
	readonly arpIPTarget?: readonly string[];
	/**
	 * How traffic is spread over the links.
	 * @deprecated Use BondConfig.bondMode.
	 */
	readonly mode?: string;
	/**
	 * Which parts of a packet decide over the link it takes.
	 * @deprecated Use BondConfig.xmitHashPolicy.
	 */
	readonly xmitHashPolicy?: string;
	/**
	 * How often the switch is asked for LACP packets; only with `802.3ad`.
	 * @deprecated Use BondConfig.lacpRate.
	 */
	readonly lacpRate?: string;
	/** MAC address in LACP packets; refused by validation. */
	readonly adActorSystem?: string;
	/**
	 * On which links the answers to probes are checked.
	 * @deprecated Use BondConfig.arpValidate.
	 */
	readonly arpValidate?: string;
	/**
	 * Whether one answering target suffices, or all must answer.
	 * @deprecated Use BondConfig.arpAllTargets.
	 */
	readonly arpAllTargets?: string;
	/**
	 * Link that is preferred while it is up.
	 * @deprecated Use BondConfig.primary.
	 */
	readonly primary?: string;
	/**
	 * When the preferred link takes over again after it has come back.
	 * @deprecated Use BondConfig.primaryReselect.
	 */
	readonly primaryReselect?: string;
	/**
	 * What becomes of MAC addresses in `active-backup` mode.
	 * @deprecated Use BondConfig.failOverMac.
	 */
	readonly failOverMac?: string;
	/**
	 * Which group of links an `802.3ad` bond uses when there are several.
	 * @deprecated Use BondConfig.adSelect.
	 */
	readonly adSelect?: string;
	/**
	 * Milliseconds between two looks at the state of the links; 0 means never.
	 * @default 0
	 * @deprecated Use BondConfig.miimon.
	 */
	readonly miimon?: number;
	/**
	 * Milliseconds that a link must be up before it is used again.
	 * @default 0
	 * @deprecated Use BondConfig.updelay.
	 */
	readonly updelay?: number;
	/**
	 * Milliseconds that a link must be down before it is given up.
	 * @default 0
	 * @deprecated Use BondConfig.downdelay.
	 */
	readonly downdelay?: number;
	/**
	 * Milliseconds between two ARP probes.
	 * @default 0
	 * @deprecated Use BondConfig.arpInterval.
	 */
	readonly arpInterval?: number;
	/**
	 * How often multicast memberships are announced again after a change of the active link.
	 * @deprecated Use BondConfig.resendIGMP.
	 */
	readonly resendIgmp?: number;
	/**
	 * Number of links that must be up for an `802.3ad` bond to be up.
	 * @default 0
	 * @deprecated Use BondConfig.minLinks.
	 */
	readonly minLinks?: number;
	/**
	 * Seconds between two packets that tell switches where our addresses are.
	 * @deprecated Use BondConfig.lpInterval.
	 */
	readonly lpInterval?: number;
	/**
	 * Packets to send over one link before the next one's turn, in `balance-rr`.
	 * @deprecated Use BondConfig.packetsPerSlave.
	 */
	readonly packetsPerSlave?: number;
	/**
	 * How often neighbors are told about a change of the active link.
	 * @deprecated Use BondConfig.numPeerNotif.
	 */
	readonly numPeerNotif?: number;
	/**
	 * Moves connections between links by load: 1 yes, 0 no.
	 * @deprecated Use BondConfig.tlbLogicalLb.
	 */
	readonly tlbDynamicLb?: number;
	/**
	 * What becomes of packets that arrive on inactive links: 0 drops them, 1 takes them.
	 * @default 0
	 * @deprecated Use BondConfig.allSlavesActive.
	 */
	readonly allSlavesActive?: number;
	/**
	 * Asks the driver for the state of a link instead of reading the card's registers.
	 * Without effect since Linux 6.18, which always asks the driver.
	 * @default true
	 * @deprecated Use BondConfig.useCarrier.
	 */
	readonly useCarrier?: boolean;
	/**
	 * Priority of this machine in LACP; only with `802.3ad`.
	 * @deprecated Use BondConfig.adActorSysPrio.
	 */
	readonly adActorSysPrio?: number;
	/**
	 * Upper ten bits of the LACP port key; only with `802.3ad`.
	 * @deprecated Use BondConfig.adUserPortKey.
	 */
	readonly adUserPortKey?: number;
	/**
	 * Milliseconds between two notices to neighbors about a change of the active link.
	 * @default 0
	 * @deprecated Use BondConfig.peerNotifDelay.
	 */
	readonly peerNotifyDelay?: number;
}

/** A bridge of several links. */
export interface NetworkDeviceBridge {
	/**
	 * Names of the links to connect.
	 * @deprecated Use BridgeConfig.links.
	 */
	readonly interfaces?: readonly string[];
	/**
	 * Protection against loops.
	 * @deprecated Use BridgeConfig.stp.
	 */
	readonly stp?: NetworkDeviceBridgeSTP;
	/**
	 * Separation of VLANs within the bridge.
	 * @since v1.8
	 * @deprecated Use BridgeConfig.vlan.
	 */
	readonly vlan?: NetworkDeviceBridgeVLAN;
}

/** Spanning tree protocol of a bridge. */
export interface NetworkDeviceBridgeSTP {
	/**
	 * Finds and cuts loops between bridges.
	 * @default true
	 * @deprecated Use BridgeConfig.stp.enabled.
	 */
	readonly enabled?: boolean;
}

/** VLAN handling of a bridge. */
export interface NetworkDeviceBridgeVLAN {
	/**
	 * Keeps packets of different VLANs apart.
	 * @default false
	 * @deprecated Use BridgeConfig.vlan.filtering.
	 */
	readonly vlanFiltering?: boolean;
}

/** Membership of a link in a bridge. */
export interface NetworkDeviceBridgePort {
	/**
	 * Name of the bridge.
	 * @deprecated Use BridgeConfig.links.
	 */
	readonly master?: string;
}

/** A VLAN on top of a link. */
export interface NetworkDeviceVLAN {
	/**
	 * Fixed addresses, each with its prefix length.
	 * @deprecated Use VLANConfig.addresses.
	 */
	readonly addresses?: readonly string[];
	/**
	 * A fixed address with its prefix length, from before there were several.
	 * Validation warns about it; together with `addresses` it is refused.
	 * @deprecated Use VLANConfig.addresses.
	 */
	readonly cidr?: string;
	/**
	 * Fixed routes over the VLAN.
	 * @deprecated Use VLANConfig.routes.
	 */
	readonly routes?: readonly (NetworkDeviceRoute | null)[];
	/**
	 * Gets addresses with DHCP.
	 * @default false
	 * @deprecated Use DHCPv4Config, DHCPv6Config.
	 */
	readonly dhcp?: boolean;
	/**
	 * Number of the VLAN, 1 to 4094.
	 * @deprecated Use VLANConfig.vlanID.
	 */
	readonly vlanId?: number;
	/**
	 * Largest packet in bytes; absent, that of the link below.
	 * @deprecated Use VLANConfig.mtu.
	 */
	readonly mtu?: number;
	/**
	 * Address that the control plane machines share on the VLAN.
	 * @deprecated Use Layer2VIPConfig, HCloudVIPConfig.
	 */
	readonly vip?: NetworkDeviceVIP;
	/**
	 * How DHCP is done.
	 * @deprecated Use DHCPv4Config, DHCPv6Config.
	 */
	readonly dhcpOptions?: NetworkDeviceDHCPOptions;
}

/** Address that the control plane machines share; one at a time holds it. */
export interface NetworkDeviceVIP {
	/**
	 * The shared address; free, and of the segment that the machines are in.
	 * @deprecated Use Layer2VIPConfig.name.
	 */
	readonly ip?: string;
	/** Tells Equinix Metal, through its API, which machine holds the address. */
	readonly equinixMetal?: NetworkDeviceVIPEquinixMetal;
	/**
	 * Tells the Hetzner Cloud, through its API, which machine holds the address.
	 * @deprecated Use HCloudVIPConfig.
	 */
	readonly hcloud?: NetworkDeviceVIPHCloud;
}

/** Access to the API of Equinix Metal. */
export interface NetworkDeviceVIPEquinixMetal {
	/** Token for the API. */
	readonly apiToken?: string;
}

/** Access to the API of the Hetzner Cloud. */
export interface NetworkDeviceVIPHCloud {
	/**
	 * Token for the API.
	 * @deprecated Use HCloudVIPConfig.apiToken.
	 */
	readonly apiToken?: string;
}

/** How DHCP is done. */
export interface NetworkDeviceDHCPOptions {
	/**
	 * Priority of the routes that the server sends; the lowest wins.
	 * @default 1024
	 * @deprecated Use DHCPv4Config.routeMetric.
	 */
	readonly routeMetric?: number;
	/**
	 * Asks for IPv4 addresses.
	 * @default true
	 * @deprecated Use DHCPv4Config.
	 */
	readonly ipv4?: boolean;
	/**
	 * Asks for IPv6 addresses.
	 * @default false
	 * @deprecated Use DHCPv6Config.
	 */
	readonly ipv6?: boolean;
	/**
	 * The bytes that identify this machine to DHCPv6, in hexadecimal.
	 * @deprecated Use DHCPv6Config.duidRaw.
	 */
	readonly duidv6?: string;
}

/** A WireGuard tunnel. */
export interface NetworkDeviceWireguard {
	/**
	 * Key of this end, in base64.
	 * @deprecated Use WireguardConfig.privateKey.
	 */
	readonly privateKey?: string;
	/**
	 * UDP port to listen on; 0 takes a random one.
	 * @deprecated Use WireguardConfig.listenPort.
	 */
	readonly listenPort?: Integer;
	/**
	 * Mark on the encrypted packets, for routing rules and firewalls.
	 * @deprecated Use WireguardConfig.firewallMark.
	 */
	readonly firewallMark?: Integer;
	/**
	 * The other ends of the tunnel.
	 * @deprecated Use WireguardConfig.peers.
	 */
	readonly peers?: readonly (NetworkDeviceWireguardPeer | null)[];
}

/** Another end of a tunnel. */
export interface NetworkDeviceWireguardPeer {
	/**
	 * Its public key, in base64.
	 * @deprecated Use WireguardConfig.peers.publicKey.
	 */
	readonly publicKey?: string;
	/**
	 * Its host and UDP port; absent, it must connect first.
	 * @deprecated Use WireguardConfig.peers.endpoint.
	 */
	readonly endpoint?: string;
	/**
	 * Time between two packets that keep address translation on the way open; 0 sends none.
	 * @deprecated Use WireguardConfig.peers.persistentKeepaliveInterval.
	 */
	readonly persistentKeepaliveInterval?: Duration;
	/**
	 * Networks that are routed to it, and that packets from it may come from.
	 * @deprecated Use WireguardConfig.peers.allowedIPs.
	 */
	readonly allowedIPs?: readonly string[];
}

export const networkDeviceSelectorSchema: StructSchema = {
	name: 'v1alpha1.NetworkDeviceSelector',
	fields: [
		{ name: 'busPath', type: scalar.string, omitEmpty: true },
		{ name: 'hardwareAddr', type: scalar.string, omitEmpty: true },
		{ name: 'permanentAddr', type: scalar.string, omitEmpty: true },
		{ name: 'pciID', type: scalar.string, omitEmpty: true },
		{ name: 'driver', type: scalar.string, omitEmpty: true },
		{ name: 'physical', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const networkDeviceRouteSchema: StructSchema = {
	name: 'v1alpha1.Route',
	fields: [
		{ name: 'network', type: scalar.string },
		{ name: 'gateway', type: scalar.string },
		{ name: 'source', type: scalar.string, omitEmpty: true },
		{ name: 'metric', type: scalar.uint32, omitEmpty: true },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true },
	],
};

export const networkDeviceBondSchema: StructSchema = {
	name: 'v1alpha1.Bond',
	fields: [
		{ name: 'interfaces', type: { of: 'list', item: scalar.string } },
		{ name: 'deviceSelectors', type: { of: 'list', item: { of: 'struct', struct: networkDeviceSelectorSchema } }, omitEmpty: true },
		{ name: 'arpIPTarget', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'mode', type: scalar.string },
		{ name: 'xmitHashPolicy', type: scalar.string, omitEmpty: true },
		{ name: 'lacpRate', type: scalar.string, omitEmpty: true },
		{ name: 'adActorSystem', type: scalar.string, omitEmpty: true },
		{ name: 'arpValidate', type: scalar.string, omitEmpty: true },
		{ name: 'arpAllTargets', type: scalar.string, omitEmpty: true },
		{ name: 'primary', type: scalar.string, omitEmpty: true },
		{ name: 'primaryReselect', type: scalar.string, omitEmpty: true },
		{ name: 'failOverMac', type: scalar.string, omitEmpty: true },
		{ name: 'adSelect', type: scalar.string, omitEmpty: true },
		{ name: 'miimon', type: scalar.uint32, omitEmpty: true },
		{ name: 'updelay', type: scalar.uint32, omitEmpty: true },
		{ name: 'downdelay', type: scalar.uint32, omitEmpty: true },
		{ name: 'arpInterval', type: scalar.uint32, omitEmpty: true },
		{ name: 'resendIgmp', type: scalar.uint32, omitEmpty: true },
		{ name: 'minLinks', type: scalar.uint32, omitEmpty: true },
		{ name: 'lpInterval', type: scalar.uint32, omitEmpty: true },
		{ name: 'packetsPerSlave', type: scalar.uint32, omitEmpty: true },
		{ name: 'numPeerNotif', type: scalar.uint8, omitEmpty: true },
		{ name: 'tlbDynamicLb', type: scalar.uint8, omitEmpty: true },
		{ name: 'allSlavesActive', type: scalar.uint8, omitEmpty: true },
		{ name: 'useCarrier', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'adActorSysPrio', type: scalar.uint16, omitEmpty: true },
		{ name: 'adUserPortKey', type: scalar.uint16, omitEmpty: true },
		{ name: 'peerNotifyDelay', type: scalar.uint32, omitEmpty: true },
	],
};

export const networkDeviceBridgeSTPSchema: StructSchema = {
	name: 'v1alpha1.STP',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const networkDeviceBridgeVLANSchema: StructSchema = {
	name: 'v1alpha1.BridgeVLAN',
	fields: [
		{ name: 'vlanFiltering', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const networkDeviceBridgeSchema: StructSchema = {
	name: 'v1alpha1.Bridge',
	fields: [
		{ name: 'interfaces', type: { of: 'list', item: scalar.string } },
		{ name: 'stp', type: { of: 'struct', struct: networkDeviceBridgeSTPSchema }, nullable: true, omitEmpty: true },
		{ name: 'vlan', type: { of: 'struct', struct: networkDeviceBridgeVLANSchema }, nullable: true, omitEmpty: true },
	],
};

export const networkDeviceBridgePortSchema: StructSchema = {
	name: 'v1alpha1.BridgePort',
	fields: [
		{ name: 'master', type: scalar.string, omitEmpty: true },
	],
};

export const networkDeviceVIPEquinixMetalSchema: StructSchema = {
	name: 'v1alpha1.VIPEquinixMetalConfig',
	fields: [
		{ name: 'apiToken', type: scalar.string, secret: true },
	],
};

export const networkDeviceVIPHCloudSchema: StructSchema = {
	name: 'v1alpha1.VIPHCloudConfig',
	fields: [
		{ name: 'apiToken', type: scalar.string, secret: true },
	],
};

export const networkDeviceVIPSchema: StructSchema = {
	name: 'v1alpha1.DeviceVIPConfig',
	fields: [
		{ name: 'ip', type: scalar.string, omitEmpty: true },
		{ name: 'equinixMetal', type: { of: 'struct', struct: networkDeviceVIPEquinixMetalSchema }, nullable: true, omitEmpty: true },
		{ name: 'hcloud', type: { of: 'struct', struct: networkDeviceVIPHCloudSchema }, nullable: true, omitEmpty: true },
	],
};

export const networkDeviceDHCPOptionsSchema: StructSchema = {
	name: 'v1alpha1.DHCPOptions',
	fields: [
		{ name: 'routeMetric', type: scalar.uint32 },
		{ name: 'ipv4', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'ipv6', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'duidv6', type: scalar.string, omitEmpty: true },
	],
};

export const networkDeviceVLANSchema: StructSchema = {
	name: 'v1alpha1.Vlan',
	fields: [
		{ name: 'addresses', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'cidr', type: scalar.string, omitEmpty: true, hidden: true },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: networkDeviceRouteSchema }, nullable: true } },
		{ name: 'dhcp', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'vlanId', type: scalar.uint16 },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true },
		{ name: 'vip', type: { of: 'struct', struct: networkDeviceVIPSchema }, nullable: true, omitEmpty: true },
		{ name: 'dhcpOptions', type: { of: 'struct', struct: networkDeviceDHCPOptionsSchema }, nullable: true, omitEmpty: true },
	],
};

export const networkDeviceWireguardPeerSchema: StructSchema = {
	name: 'v1alpha1.DeviceWireguardPeer',
	fields: [
		{ name: 'publicKey', type: scalar.string, omitEmpty: true },
		{ name: 'endpoint', type: scalar.string, omitEmpty: true },
		{ name: 'persistentKeepaliveInterval', type: scalar.duration, omitEmpty: true },
		{ name: 'allowedIPs', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const networkDeviceWireguardSchema: StructSchema = {
	name: 'v1alpha1.DeviceWireguardConfig',
	fields: [
		{ name: 'privateKey', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'listenPort', type: scalar.int, omitEmpty: true },
		{ name: 'firewallMark', type: scalar.int, omitEmpty: true },
		{ name: 'peers', type: { of: 'list', item: { of: 'struct', struct: networkDeviceWireguardPeerSchema }, nullable: true }, omitEmpty: true },
	],
};

export const networkDeviceSchema: StructSchema = {
	name: 'v1alpha1.Device',
	fields: [
		{ name: 'interface', type: scalar.string, omitEmpty: true },
		{ name: 'deviceSelector', type: { of: 'struct', struct: networkDeviceSelectorSchema }, nullable: true, omitEmpty: true },
		{ name: 'addresses', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'cidr', type: scalar.string, omitEmpty: true, hidden: true },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: networkDeviceRouteSchema }, nullable: true }, omitEmpty: true },
		{ name: 'bond', type: { of: 'struct', struct: networkDeviceBondSchema }, nullable: true, omitEmpty: true },
		{ name: 'bridge', type: { of: 'struct', struct: networkDeviceBridgeSchema }, nullable: true, omitEmpty: true },
		{ name: 'bridgePort', type: { of: 'struct', struct: networkDeviceBridgePortSchema }, nullable: true, omitEmpty: true },
		{ name: 'vlans', type: { of: 'list', item: { of: 'struct', struct: networkDeviceVLANSchema }, name: 'v1alpha1.VlanList', nullable: true }, omitEmpty: true },
		{ name: 'mtu', type: scalar.int, omitEmpty: true },
		{ name: 'dhcp', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'ignore', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'dummy', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'dhcpOptions', type: { of: 'struct', struct: networkDeviceDHCPOptionsSchema }, nullable: true, omitEmpty: true },
		{ name: 'wireguard', type: { of: 'struct', struct: networkDeviceWireguardSchema }, nullable: true, omitEmpty: true },
		{ name: 'vip', type: { of: 'struct', struct: networkDeviceVIPSchema }, nullable: true, omitEmpty: true },
	],
};
