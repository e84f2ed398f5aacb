import * as resources from '@ichor/machinery/resources';
import type { ResourceType } from '@ichor/runtime';

/** What the dashboard follows on each node: what upstream's does, and the addresses of links. */
export const watchedKinds: readonly ResourceType[] = [
	resources.AddressStatus,
	resources.Diagnostic,
	resources.HostnameStatus,
	resources.Info,
	resources.KubeletSpec,
	resources.LinkStatus,
	resources.MachineStatus,
	resources.MachineType,
	resources.Member,
	resources.NetworkStatus,
	resources.NodeAddress,
	resources.ResolverStatus,
	resources.RouteStatus,
	resources.SecurityState,
	resources.SiderolinkStatus,
	resources.StaticPodStatus,
	resources.SystemInformation,
	resources.TimeServerStatus,
	resources.Version,
];
