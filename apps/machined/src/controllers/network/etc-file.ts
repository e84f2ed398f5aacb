import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import {
	DNSResolveCache,
	defaultAddressId,
	EtcFileSpec,
	etcLabel,
	fullyQualified,
	HostDNSConfig,
	HostnameStatus,
	type HostnameStatusSpec,
	hostDNSConfigId,
	hostnameId,
	NodeAddress,
	plainAddresses,
	ResolverStatus,
	resolversId,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { writeFileAtomically } from '@ichor/std/node';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/**
 * The files of /etc that are about the network: hosts, and a resolv.conf for pods. The node's own resolv.conf in a
 * container is from whoever made the container.
 *
 * @param podResolvConf path of the resolv.conf that the kubelet gives to pods
 */
export function networkEtcFileController(podResolvConf: string): Controller {
	return reconciling({
		name: 'network.EtcFileController',
		inputs: [
			configInput,
			{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
			{ ...ResolverStatus.kind, id: resolversId, kind: 'weak' },
			{ ...NodeAddress.kind, id: defaultAddressId, kind: 'weak' },
			{ ...HostDNSConfig.kind, id: hostDNSConfigId, kind: 'weak' },
			{ ...DNSResolveCache.kind, kind: 'weak' },
		],
		outputs: [{ type: EtcFileSpec.type, kind: 'shared' }],
		async reconcile(_, runtime) {
			const hostname = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec;
			const addresses = (await runtime.find(NodeAddress.pointer(defaultAddressId)))?.spec;
			const resolvers = (await runtime.find(ResolverStatus.pointer(resolversId)))?.spec;
			const hostDNS = (await runtime.find(HostDNSConfig.pointer(hostDNSConfigId)))?.spec;
			if (resolvers !== undefined && hostDNS !== undefined) {
				const own = hostDNS.serviceHostDNSAddress;
				// pods ask the node only once it listens
				const listens = own !== undefined && (await runtime.find(DNSResolveCache.pointer(`udp-${own}:53`)))?.spec.status === 'running';
				const servers = listens ? [own] : resolvers.dnsServers;
				await mkdir(dirname(podResolvConf), { recursive: true });
				await writeFileAtomically(podResolvConf, resolvConf(servers, resolvers.searchDomains), 0o644);
			}
			const contents = hostsFile(addresses && plainAddresses(addresses)[0], hostname, extraHosts(await activeConfig(runtime)));
			await publish(runtime, EtcFileSpec, 'hosts', { contents, mode: 0o644, selinux_label: etcLabel });
		},
	});
}

/** resolv.conf(5). Resolvers read three servers at most (MAXNS). */
export function resolvConf(servers: readonly string[], searchDomains: readonly string[]): string {
	const lines = servers.slice(0, 3).map((server) => `nameserver ${server}\n`);
	return lines.join('') + (searchDomains.length === 0 ? '' : `\nsearch ${searchDomains.join(' ')}\n`);
}

/** hosts(5), its addresses padded to one width. */
export function hostsFile(
	address: string | undefined,
	hostname: HostnameStatusSpec | undefined,
	extra: ReadonlyMap<string, readonly string[]>,
): string {
	const own = address === undefined || hostname === undefined ? [] : [[address, namesOf(hostname)]];
	const rows: readonly (readonly string[])[] = [
		['127.0.0.1', 'localhost'],
		...own,
		['::1', 'localhost ip6-localhost ip6-loopback'],
		['ff02::1', 'ip6-allnodes'],
		['ff02::2', 'ip6-allrouters'],
		...[...extra].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ip, names]) => [ip, names.join(' ')]),
	];
	const width = Math.max(...rows.map(([ip = '']) => ip.length)) + 1;
	return rows.map(([ip = '', names = '']) => `${ip.padEnd(width)}${names}\n`).join('');
}

function namesOf(hostname: HostnameStatusSpec): string {
	const whole = fullyQualified(hostname);
	return whole === hostname.hostname ? whole : `${whole} ${hostname.hostname}`;
}

/** Names by their address: from `machine.network.extraHostEntries` and the StaticHostConfig documents. */
function extraHosts(config: MachineConfig | undefined): ReadonlyMap<string, readonly string[]> {
	if (config === undefined) return new Map();
	const legacy = (rootOf(config)?.machine?.network?.extraHostEntries ?? []).map(
		(entry) => [entry?.ip ?? '', entry?.aliases ?? []] as const,
	);
	const documents = documentsOf(config, 'StaticHostConfig').map(({ name = '', value }) => [name, value.hostnames ?? []] as const);
	const hosts = new Map<string, readonly string[]>();
	for (const [ip, names] of [...legacy, ...documents]) hosts.set(ip, [...(hosts.get(ip) ?? []), ...names]);
	return hosts;
}
