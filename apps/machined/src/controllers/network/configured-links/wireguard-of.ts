import type { WireguardSpec } from '@ichor/machinery/resources';
import { given } from '../given.ts';

/** A tunnel as the document has it, or a device of `machine.network.interfaces`, which knows no shared keys. */
export function wireguardOf({ privateKey, listenPort = 0, firewallMark = 0, peers = [] }: WrittenTunnel): WireguardSpec {
	return {
		...given({ privateKey }),
		listenPort: Number(listenPort),
		firewallMark: Number(firewallMark),
		peers: peers.flatMap((peer) =>
			peer === null
				? []
				: [
						{
							publicKey: peer.publicKey ?? '',
							presharedKey: peer.presharedKey ?? '',
							endpoint: peer.endpoint ?? '',
							persistentKeepaliveInterval: peer.persistentKeepaliveInterval ?? '0s',
							allowedIPs: peer.allowedIPs ?? [],
						},
					],
		),
	};
}

interface WrittenTunnel {
	readonly privateKey?: string;
	readonly listenPort?: number | bigint;
	readonly firewallMark?: number | bigint;
	readonly peers?: readonly ({
		readonly publicKey?: string;
		readonly presharedKey?: string;
		readonly endpoint?: string;
		readonly persistentKeepaliveInterval?: string;
		readonly allowedIPs?: readonly string[];
	} | null)[];
}
