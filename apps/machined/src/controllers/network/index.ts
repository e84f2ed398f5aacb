import type { ElectionStore } from '@ichor/etcd';
import type { Ethtool } from '@ichor/linux/ethtool';
import type { RouteNetlink } from '@ichor/linux/netlink';
import { openNfTables } from '@ichor/linux/nftables';
import type { GratuitousArp } from '@ichor/linux/packet';
import { isListening } from '@ichor/linux/procfs';
import { wireguard } from '@ichor/linux/wireguard';
import type { Controller } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { paths } from '../../paths.ts';
import { addressConfigController } from './address-config.ts';
import { addressMergeController } from './address-merge.ts';
import { addressSpecController } from './address-spec.ts';
import { addressStatusController } from './address-status.ts';
import { deviceConfigController } from './device-config.ts';
import { dnsResolveCacheController } from './dns-resolve-cache.ts';
import { dnsUpstreamController } from './dns-upstream.ts';
import { networkEtcFileController } from './etc-file.ts';
import { ethernetConfigController } from './ethernet-config.ts';
import { ethernetSpecController } from './ethernet-spec.ts';
import { ethernetStatusController } from './ethernet-status.ts';
import { hardwareAddrController } from './hardware-addr.ts';
import { hostDNSConfigController } from './host-dns-config.ts';
import { hostnameConfigController } from './hostname-config.ts';
import { hostnameMergeController } from './hostname-merge.ts';
import { hostnameSpecController } from './hostname-spec.ts';
import { linkAliasConfigController } from './link-alias-config.ts';
import { linkAliasSpecController } from './link-alias-spec.ts';
import { linkConfigController } from './link-config.ts';
import { linkMergeController } from './link-merge.ts';
import { linkSpecController } from './link-spec.ts';
import { linkStatusController } from './link-status.ts';
import { nfTablesChainController } from './nf-tables-chain.ts';
import { nfTablesChainConfigController } from './nf-tables-chain-config.ts';
import { nodeAddressController } from './node-address.ts';
import { nodeAddressSortAlgorithmController } from './node-address-sort-algorithm.ts';
import { operatorConfigController } from './operator-config.ts';
import { operatorMergeController } from './operator-merge.ts';
import { operatorSpecController } from './operator-spec.ts';
import { operatorVipConfigController } from './operator-vip-config.ts';
import { clouds } from './operators/cloud/clouds.ts';
import { dhcp4Ports } from './operators/dhcp4/ports.ts';
import { containerPlatformConfigController } from './platform-config.ts';
import { platformConfigApplyController } from './platform-config-apply.ts';
import { probeController } from './probe.ts';
import { probeConfigController } from './probe-config.ts';
import { probeMergeController } from './probe-merge.ts';
import { resolverConfigController } from './resolver-config.ts';
import { resolverMergeController } from './resolver-merge.ts';
import { resolverSpecController } from './resolver-spec.ts';
import { routeConfigController } from './route-config.ts';
import { routeMergeController } from './route-merge.ts';
import { routeSpecController } from './route-spec.ts';
import { routeStatusController } from './route-status.ts';
import { routingRuleConfigController } from './routing-rule-config.ts';
import { routingRuleMergeController } from './routing-rule-merge.ts';
import { routingRuleSpecController } from './routing-rule-spec.ts';
import { routingRuleStatusController } from './routing-rule-status.ts';
import { networkStatusController } from './status.ts';
import { timeServerConfigController } from './time-server-config.ts';
import { timeServerMergeController } from './time-server-merge.ts';
import { timeServerSpecController } from './time-server-spec.ts';

/** What the controllers act on and ask. */
export interface NetworkPorts {
	/** Of this node's network namespace. */
	readonly kernel: RouteNetlink;
	readonly cards: Ethtool;
	readonly arp: GratuitousArp;
	readonly endConnections: (address: string) => void;
	/** What the platform says that this machine is. */
	readonly instanceType: string;
	/** Where the virtual IP is elected. */
	readonly openElection: () => Promise<ElectionStore>;
	/** Of the node's own name server. */
	readonly dnsLog: Context['log'];
}

/** Links, addresses, routes, names and the virtual IP, in layers from the platform to the configuration. */
export function networkControllers({
	kernel,
	cards,
	arp,
	endConnections,
	instanceType,
	openElection,
	dnsLog,
}: NetworkPorts): readonly Controller[] {
	return [
		linkStatusController(kernel, cards, wireguard),
		addressStatusController(kernel),
		routeStatusController(kernel),
		routingRuleStatusController(kernel),
		ethernetStatusController(cards),
		ethernetConfigController,
		ethernetSpecController(cards),
		hardwareAddrController,
		containerPlatformConfigController({ hostname: '/etc/hostname', resolvConf: '/etc/resolv.conf', instanceType }),
		platformConfigApplyController,
		deviceConfigController,
		linkAliasConfigController,
		linkAliasSpecController(kernel),
		linkConfigController,
		linkMergeController,
		linkSpecController(kernel, wireguard),
		addressConfigController,
		addressMergeController,
		addressSpecController(kernel, arp),
		routeConfigController,
		routeMergeController,
		routeSpecController(kernel),
		routingRuleConfigController,
		routingRuleMergeController,
		routingRuleSpecController(kernel),
		hostnameConfigController,
		hostnameMergeController,
		hostnameSpecController,
		resolverConfigController,
		resolverMergeController,
		resolverSpecController,
		timeServerConfigController,
		timeServerMergeController,
		timeServerSpecController,
		operatorConfigController,
		operatorVipConfigController(clouds),
		operatorMergeController,
		operatorSpecController({ kernel, arp, endConnections, openElection, dhcp4: dhcp4Ports, clouds, isListening }),
		hostDNSConfigController,
		dnsUpstreamController(),
		dnsResolveCacheController(dnsLog),
		nodeAddressSortAlgorithmController,
		nodeAddressController,
		probeConfigController,
		probeMergeController,
		probeController,
		networkStatusController,
		nfTablesChainConfigController,
		nfTablesChainController(openNfTables),
		networkEtcFileController(paths.podResolvConf),
	];
}
