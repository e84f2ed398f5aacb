import { LinuxError } from '../errors.ts';
import { addressFrom, bytesOfAddress, prefixFrom, splitPrefix } from '../netlink/address-bytes.ts';
import { attribute, numberIn, readAttributeList, readAttributes, u8, u16 } from '../netlink/attributes.ts';

/** What a WireGuard link is set to. Keys are base64 of 32 bytes; empty for none. */
export interface WireguardDevice {
	readonly privateKey: string;
	/** Follows from the private one; empty in what is to be set. */
	readonly publicKey: string;
	readonly listenPort: number;
	readonly firewallMark: number;
	readonly peers: readonly WireguardPeer[];
}

export interface WireguardPeer {
	readonly publicKey: string;
	readonly presharedKey: string;
	/** `192.0.2.1:51820`, `[2001:db8::1]:51820`; empty when it is not known. */
	readonly endpoint: string;
	/** Seconds; 0 for never. */
	readonly keepaliveSeconds: number;
	readonly allowedIPs: readonly string[];
}

/** Another state of a device: what is not there stays. */
export interface WireguardChange {
	readonly privateKey?: string;
	readonly listenPort?: number;
	readonly firewallMark?: number;
	/** With everything that is said of them: allowed addresses take the place of those before. */
	readonly setPeers: readonly WireguardPeer[];
	/** Public keys. */
	readonly removePeers: readonly string[];
}

/**
 * Attributes of WG_CMD_SET_DEVICE, of several where the peers do not fit into one: an attribute has 64 KiB at most.
 * Throws LinuxError "invalid-argument" for what is no key, address or port.
 */
export function encodeChange(linkIndex: number, change: WireguardChange): readonly (readonly Buffer[])[] {
	const removed = change.removePeers.map((publicKey) =>
		attribute(element, [attribute(peer.publicKey, keyBytes(publicKey)), attribute(peer.flags, removeMe)]),
	);
	const set = change.setPeers.map((one) =>
		attribute(element, [
			attribute(peer.publicKey, keyBytes(one.publicKey)),
			// a key of zeros is none
			attribute(peer.presharedKey, one.presharedKey === '' ? Buffer.alloc(keySize) : keyBytes(one.presharedKey)),
			attribute(peer.flags, replaceAllowedIPs),
			attribute(peer.endpoint, one.endpoint === '' ? undefined : encodeEndpoint(one.endpoint)),
			attribute(peer.keepalive, u16(one.keepaliveSeconds)),
			attribute(peer.allowedIPs, one.allowedIPs.map(encodeAllowedIP)),
		]),
	);
	const [first = [], ...others] = inParts([...removed, ...set]);
	return [
		[
			attribute(device.linkIndex, linkIndex),
			attribute(device.privateKey, change.privateKey === undefined ? undefined : keyBytes(change.privateKey)),
			attribute(device.listenPort, change.listenPort === undefined ? undefined : u16(change.listenPort)),
			attribute(device.firewallMark, change.firewallMark),
			attribute(device.peers, first),
		],
		...others.map((peers) => [attribute(device.linkIndex, linkIndex), attribute(device.peers, peers)]),
	];
}

/** As few parts as hold them; one that is larger than a part has one of its own. */
function inParts(peers: readonly Buffer[]): readonly (readonly Buffer[])[] {
	const parts: Buffer[][] = [];
	let room = 0;
	for (const one of peers) {
		if (one.length > room) {
			parts.push([]);
			room = partSize;
		}
		parts.at(-1)?.push(one);
		room -= one.length;
	}
	return parts;
}

/**
 * Reads the answers to WG_CMD_GET_DEVICE: what does not fit into one goes on in the next, in the middle of a peer too.
 * Throws LinuxError "malformed".
 */
export function readDevice(answers: readonly Buffer[]): WireguardDevice {
	const parts = answers.map((answer) => readAttributes(answer));
	const first = parts[0];
	const peers = new Map<string, WireguardPeer>();
	for (const part of parts) {
		for (const [, bytes] of readAttributeList(part.get(device.peers) ?? Buffer.alloc(0))) {
			const read = readPeer(bytes);
			const before = peers.get(read.publicKey);
			peers.set(read.publicKey, before === undefined ? read : { ...before, allowedIPs: [...before.allowedIPs, ...read.allowedIPs] });
		}
	}
	return {
		privateKey: keyText(first?.get(device.privateKey)),
		publicKey: keyText(first?.get(device.publicKey)),
		listenPort: numberIn(first?.get(device.listenPort)) ?? 0,
		firewallMark: numberIn(first?.get(device.firewallMark)) ?? 0,
		peers: [...peers.values()],
	};
}

/** The attribute by which WG_CMD_GET_DEVICE says which. */
export function encodeQuestion(linkIndex: number): readonly Buffer[] {
	return [attribute(device.linkIndex, linkIndex)];
}

function readPeer(bytes: Buffer): WireguardPeer {
	const of = readAttributes(bytes);
	return {
		publicKey: keyText(of.get(peer.publicKey)),
		presharedKey: keyText(of.get(peer.presharedKey)),
		endpoint: readEndpoint(of.get(peer.endpoint)),
		keepaliveSeconds: numberIn(of.get(peer.keepalive)) ?? 0,
		allowedIPs: readAttributeList(of.get(peer.allowedIPs) ?? Buffer.alloc(0)).map(([, one]) => {
			const allowed = readAttributes(one);
			return prefixFrom(allowed.get(allowedIP.address), numberIn(allowed.get(allowedIP.length)) ?? 0);
		}),
	};
}

function encodeAllowedIP(prefix: string): Buffer {
	const { address, length } = splitPrefix(prefix);
	const bytes = bytesOfAddress(address);
	return attribute(element, [
		attribute(allowedIP.family, u16(bytes.length === 4 ? families.inet4 : families.inet6)),
		attribute(allowedIP.address, bytes),
		attribute(allowedIP.length, u8(length)),
	]);
}

/** struct sockaddr_in and sockaddr_in6 of ip(7) and ipv6(7). */
function encodeEndpoint(endpoint: string): Buffer {
	const [, bracketed, plain = bracketed, portText] = /^(?:\[(.*)\]|([^:]*)):(\d+)$/.exec(endpoint) ?? [];
	const port = Number(portText);
	if (plain === undefined || !(port <= 0xffff))
		throw new LinuxError('invalid-argument', `${JSON.stringify(endpoint)} is no address with a port`);
	const address = bytesOfAddress(plain);
	const isIPv4 = address.length === 4;
	const bytes = Buffer.alloc(isIPv4 ? 16 : 28);
	bytes.writeUInt16LE(isIPv4 ? families.inet4 : families.inet6, 0);
	bytes.writeUInt16BE(port, 2);
	address.copy(bytes, isIPv4 ? 4 : 8);
	return bytes;
}

function readEndpoint(bytes: Buffer | undefined): string {
	if (bytes === undefined || bytes.length < 16) return '';
	const isIPv4 = bytes.readUInt16LE(0) === families.inet4;
	if (!isIPv4 && bytes.length < 28) throw new LinuxError('malformed', `an endpoint of ${bytes.length} bytes`);
	const address = addressFrom(isIPv4 ? bytes.subarray(4, 8) : bytes.subarray(8, 24));
	return `${isIPv4 ? address : `[${address}]`}:${bytes.readUInt16BE(2)}`;
}

/** Never says the text: it may be a secret. */
function keyBytes(key: string): Buffer {
	const bytes = Buffer.from(key, 'base64');
	if (bytes.length !== keySize) throw new LinuxError('invalid-argument', `a WireGuard key of ${bytes.length} bytes, which has ${keySize}`);
	return bytes;
}

function keyText(bytes: Buffer | undefined): string {
	return bytes === undefined || bytes.every((byte) => byte === 0) ? '' : bytes.toString('base64');
}

/** AF_INET and AF_INET6. */
const families = { inet4: 2, inet6: 10 } as const;

/** Bytes: half of what an attribute may have. */
const partSize = 32_768;

/** Bytes of a key of Curve25519. */
const keySize = 32;

/** WGDEVICE_A_*, WGPEER_A_*, WGALLOWEDIP_A_* and the flags of peers of linux/wireguard.h. Elements of lists only count. */
const device = { linkIndex: 1, privateKey: 3, publicKey: 4, listenPort: 6, firewallMark: 7, peers: 8 } as const;
const peer = { publicKey: 1, presharedKey: 2, flags: 3, endpoint: 4, keepalive: 5, allowedIPs: 9 } as const;
const allowedIP = { family: 1, address: 2, length: 3 } as const;
const element = 0;
const removeMe = 1;
const replaceAllowedIPs = 2;
