import type { WireguardChange, WireguardDevice, WireguardPeer } from '@ichor/linux/wireguard';
import { formatDuration, parseDuration } from '@ichor/machinery/duration';
import type { LinkSpecSpec, LinkStatusSpec } from '@ichor/machinery/resources';
import { equalData } from '@ichor/runtime';

type Wanted = NonNullable<LinkSpecSpec['wireguard']>;

/** What to change of a device; undefined when it is as it must be. A peer whose end has moved by itself is one that must be set again. */
export function wireguardChange(there: WireguardDevice, wanted: Wanted): WireguardChange | undefined {
	const wantedPeers = wanted.peers.map(peerOf);
	const known = new Map(there.peers.map((peer) => [peer.publicKey, peer]));
	const setPeers = wantedPeers.filter((peer) => !holds(known.get(peer.publicKey), peer));
	const removePeers = [...known.keys()].filter((publicKey) => !wantedPeers.some((peer) => peer.publicKey === publicKey));
	const settings = {
		...(wanted.privateKey === undefined || wanted.privateKey === there.privateKey ? {} : { privateKey: wanted.privateKey }),
		// 0 lets the kernel choose, and so anything that it has chosen holds
		...(wanted.listenPort === 0 || wanted.listenPort === there.listenPort ? {} : { listenPort: wanted.listenPort }),
		...(wanted.firewallMark === there.firewallMark ? {} : { firewallMark: wanted.firewallMark }),
	};
	if (Object.keys(settings).length + setPeers.length + removePeers.length === 0) return undefined;
	return { ...settings, setPeers, removePeers };
}

/** What people see of a device: no secret, also none that two ends share. */
export function wireguardStatus({ publicKey, listenPort, firewallMark, peers }: WireguardDevice): NonNullable<LinkStatusSpec['wireguard']> {
	return {
		publicKey,
		listenPort,
		firewallMark,
		peers: peers.map((peer) => ({
			publicKey: peer.publicKey,
			presharedKey: '',
			endpoint: peer.endpoint,
			persistentKeepaliveInterval: formatDuration(BigInt(peer.keepaliveSeconds) * second),
			allowedIPs: peer.allowedIPs,
		})),
	};
}

function peerOf({ publicKey, presharedKey, endpoint, persistentKeepaliveInterval, allowedIPs }: Wanted['peers'][number]): WireguardPeer {
	const keepaliveSeconds = Number(parseDuration(persistentKeepaliveInterval) / second);
	return { publicKey, presharedKey, endpoint, keepaliveSeconds, allowedIPs };
}

function holds(there: WireguardPeer | undefined, wanted: WireguardPeer): boolean {
	if (there === undefined) return false;
	const sorted = (peer: WireguardPeer) => [...peer.allowedIPs].sort();
	return (
		there.presharedKey === wanted.presharedKey &&
		there.keepaliveSeconds === wanted.keepaliveSeconds &&
		(wanted.endpoint === '' || there.endpoint === wanted.endpoint) &&
		equalData(sorted(there), sorted(wanted))
	);
}

/** Nanoseconds. */
const second = 1_000_000_000n;
