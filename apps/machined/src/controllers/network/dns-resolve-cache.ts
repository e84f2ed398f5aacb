import {
	AddressStatus,
	DNSResolveCache,
	DNSUpstream,
	HostDNSConfig,
	type HostDNSConfigSpec,
	hostDNSConfigId,
	Member,
} from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, withSpec } from '@ichor/runtime';
import { type Context, messageOf } from '@ichor/std';
import { HostResolver, type Transport } from './dns/host-resolver.ts';
import { type Listener, listenForConnections, listenForDatagrams } from './dns/listener.ts';
import { hostPort, type NameServer } from './dns/name-server.ts';

/**
 * The node's own name server: for the node, and for its pods where they are to ask it.
 *
 * @param log of the name server, which has one of its own
 */
export function dnsResolveCacheController(log: Context['log']): Controller {
	return {
		name: 'network.DNSResolveCacheController',
		inputs: [
			{ ...HostDNSConfig.kind, id: hostDNSConfigId, kind: 'weak' },
			{ ...DNSUpstream.kind, kind: 'weak' },
			{ ...Member.kind, kind: 'weak' },
			// an address can be listened on once it is there
			{ ...AddressStatus.kind, kind: 'weak' },
		],
		outputs: [{ type: DNSResolveCache.type, kind: 'exclusive' }],
		async run(_, runtime) {
			const resolver = new HostResolver(log);
			const listeners = new Map<string, Listener>();
			try {
				while (await runtime.nextReconcile()) {
					const config = (await runtime.find(HostDNSConfig.pointer(hostDNSConfigId)))?.spec;
					const servers = (await runtime.list(DNSUpstream.kind)).map(({ spec }) => ({
						...serverAt(spec.addr),
						healthy: spec.healthy === 'true',
					}));
					if (resolver.use(servers)) log('info', 'updated dns server nameservers', { addrs: servers.map(hostPort) });
					const members = config?.resolveMemberNames === true ? await runtime.list(Member.kind) : [];
					resolver.name(members.map(({ metadata, spec }) => ({ id: metadata.id, spec })));
					await listen(config, resolver, listeners, log);
					await tell(runtime, [...listeners.keys()]);
					runtime.resetRestartBackoff();
				}
			} finally {
				await Promise.all([...listeners.values()].map(async (listener) => await listener.close()));
			}
		},
	};
}

/** Lets these be the addresses that are listened on. */
async function listen(
	config: HostDNSConfigSpec | undefined,
	resolver: HostResolver,
	listeners: Map<string, Listener>,
	log: Context['log'],
): Promise<void> {
	const wanted = new Set(
		config?.enabled === true ? (config.listenAddresses ?? []).flatMap((address) => [`udp-${address}`, `tcp-${address}`]) : [],
	);
	for (const [id, listener] of listeners) {
		if (wanted.has(id)) continue;
		listeners.delete(id);
		await listener.close();
	}
	const hops = config?.serviceHostDNSAddress === undefined ? 1 : 2;
	const answer = async (bytes: Uint8Array, transport: Transport) => await resolver.answer(bytes, transport);
	for (const id of wanted) {
		if (listeners.has(id)) continue;
		const server = serverAt(id.slice('udp-'.length));
		try {
			listeners.set(
				id,
				id.startsWith('udp-') ? await listenForDatagrams(server, hops, answer) : await listenForConnections(server, answer),
			);
		} catch (error) {
			// of the addresses that are not there yet, the kernel tells us
			if ((error as NodeJS.ErrnoException).code !== 'EADDRNOTAVAIL') throw error;
			log('debug', 'an address of the name server is not there yet', { address: id, error: messageOf(error) });
		}
	}
}

async function tell(runtime: ControllerRuntime, ids: readonly string[]): Promise<void> {
	const running = { status: 'running' };
	runtime.startTrackingOutputs();
	for (const id of ids) await runtime.modify(DNSResolveCache.resource(id, running), (current) => withSpec(current, running));
	await runtime.cleanupOutputs(DNSResolveCache.kind);
}

/** Of `127.0.0.53:53`, `[::1]:53`. */
function serverAt(text: string): NameServer {
	const at = text.lastIndexOf(':');
	return { address: text.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(text.slice(at + 1)) };
}
