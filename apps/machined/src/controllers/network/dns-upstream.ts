import { DNSUpstream, HostDNSConfig, hostDNSConfigId, ResolverStatus, resolversId } from '@ichor/machinery/resources';
import { type Controller, withSpec } from '@ichor/runtime';
import { hostPort, type NameServer } from './dns/name-server.ts';
import { NameServerHealth } from './dns/name-server-health.ts';

/** The name servers that the node's own one asks, in their order, and which of them answer. */
export function dnsUpstreamController({ port = dnsPort } = {}): Controller {
	return {
		name: 'network.DNSUpstreamController',
		inputs: [
			{ ...HostDNSConfig.kind, id: hostDNSConfigId, kind: 'weak' },
			{ ...ResolverStatus.kind, id: resolversId, kind: 'weak' },
		],
		outputs: [{ type: DNSUpstream.type, kind: 'exclusive' }],
		async run(context, runtime) {
			const watched = new Map<string, NameServerHealth>();
			try {
				while (await runtime.nextReconcile()) {
					const enabled = (await runtime.find(HostDNSConfig.pointer(hostDNSConfigId)))?.spec.enabled === true;
					const servers = enabled ? ((await runtime.find(ResolverStatus.pointer(resolversId)))?.spec.dnsServers ?? []) : [];
					for (const [address, health] of watched) {
						if (servers.includes(address)) continue;
						health.stop();
						watched.delete(address);
					}
					runtime.startTrackingOutputs();
					for (const [index, address] of servers.entries()) {
						const server: NameServer = { address, port };
						const health = watched.get(address) ?? new NameServerHealth(context, server, () => runtime.queueReconcile());
						watched.set(address, health);
						const spec = { healthy: String(health.healthy), addr: hostPort(server) };
						const id = `#${String(index).padStart(3, '0')} ${address}`;
						await runtime.modify(DNSUpstream.resource(id, spec), (current) => withSpec(current, spec));
					}
					await runtime.cleanupOutputs(DNSUpstream.kind);
				}
			} finally {
				for (const health of watched.values()) health.stop();
			}
		},
	};
}

const dnsPort = 53;
