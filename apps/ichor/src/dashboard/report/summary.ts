import {
	filteredAddressId,
	HostnameStatus,
	Info,
	KubeletSpec,
	MachineStatus,
	MachineType,
	Member,
	NetworkStatus,
	NodeAddress,
	noKubernetesFilterId,
	ResolverStatus,
	RouteStatus,
	routedAddressId,
	SecurityState,
	SiderolinkStatus,
	StaticPodStatus,
	SystemInformation,
	TimeServerStatus,
} from '@ichor/machinery/resources';
import type { NodeFacts } from '../facts/node-facts.ts';
import { field, judged, unknown } from './field.ts';
import type { Field } from './node-report.ts';

/** The machine and its cluster. */
export function talosFields(facts: NodeFacts): readonly Field[] {
	const members = facts.all(Member).size;
	const cluster = facts.one(Info)?.clusterName || unknown;
	const siderolink = facts.one(SiderolinkStatus);
	const security = facts.one(SecurityState);
	const status = facts.one(MachineStatus);
	return [
		field('UUID', facts.one(SystemInformation)?.uuid),
		field('CLUSTER', members === 0 ? cluster : `${cluster} (${members} machine${members === 1 ? '' : 's'})`),
		siderolink === undefined ? field('SIDEROLINK', undefined) : judged('SIDEROLINK', siderolink.host, siderolink.connected),
		status === undefined
			? field('STAGE', undefined)
			: judged('STAGE', capital(status.stage), status.stage === 'running' ? true : undefined),
		status === undefined ? field('READY', undefined) : judged('READY', capital(String(status.status.ready)), status.status.ready),
		// not to boot securely is no failure
		field(
			'SECUREBOOT',
			security === undefined ? undefined : capital(String(security.secureBoot)),
			security?.secureBoot === true ? 'good' : 'plain',
		),
	];
}

/** What the node is in Kubernetes, and how its parts there do. */
export function kubernetesFields(facts: NodeFacts): readonly Field[] {
	const type = facts.one(MachineType);
	const kubelet = facts.samples.at(-1)?.services?.find(({ id }) => id === 'kubelet');
	return [
		field('TYPE', type),
		field('KUBERNETES', facts.one(KubeletSpec)?.image.split(':').at(-1)),
		kubelet === undefined
			? field('KUBELET', undefined)
			: health('KUBELET', kubelet.health?.unknown === true ? undefined : kubelet.health?.healthy),
		...(type === 'controlplane' ? staticPods.map(([name, pod]) => health(name, podReady(facts, pod))) : []),
	];
}

const staticPods = [
	['APISERVER', 'kube-apiserver'],
	['CONTROLLER-MANAGER', 'kube-controller-manager'],
	['SCHEDULER', 'kube-scheduler'],
] as const;

function health(name: string, healthy: boolean | undefined): Field {
	return healthy === undefined ? field(name, undefined) : judged(name, healthy ? 'Healthy' : 'Unhealthy', healthy);
}

function podReady(facts: NodeFacts, pod: string): boolean | undefined {
	const [, status] = [...facts.all(StaticPodStatus)].find(([id]) => id.includes(pod)) ?? [];
	const { conditions } = (status ?? {}) as { readonly conditions?: unknown };
	if (!Array.isArray(conditions)) return undefined;
	const ready = (conditions as readonly { readonly type?: unknown; readonly status?: unknown }[]).find(({ type }) => type === 'Ready');
	return ready === undefined ? undefined : ready.status === 'True';
}

/** How the node is reached, and what it reaches. */
export function networkFields(facts: NodeFacts): readonly Field[] {
	const addresses = facts.all(NodeAddress);
	const routed = addresses.get(filteredAddressId(routedAddressId, noKubernetesFilterId)) ?? addresses.get(routedAddressId);
	const status = facts.one(NetworkStatus);
	const resolvers = facts.one(ResolverStatus);
	const timeServers = facts.one(TimeServerStatus);
	return [
		field('HOST', facts.one(HostnameStatus)?.hostname),
		field('IP', routed?.addresses.toSorted().join(', ')),
		field('GW', gateways(facts).join(', ')),
		status === undefined
			? field('CONNECTIVITY', undefined)
			: judged('CONNECTIVITY', status.connectivityReady ? 'OK' : 'FAILED', status.connectivityReady),
		field('DNS', resolvers === undefined ? undefined : resolvers.dnsServers.join(', ') || '<none>'),
		field('NTP', timeServers === undefined ? undefined : timeServers.timeServers.join(', ') || '<none>'),
	];
}

function gateways(facts: NodeFacts): readonly string[] {
	const found = [...facts.all(RouteStatus).values()]
		.filter(({ dst, gateway }) => gateway !== '' && dst === '')
		.map(({ gateway }) => gateway);
	const isSix = (address: string): boolean => address.includes(':');
	return [...new Set(found)].toSorted((a, b) => Number(isSix(a)) - Number(isSix(b)) || (a < b ? -1 : 1));
}

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
