// Generated from model/network/wireguard-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { AddrPort, Duration, Integer, Prefix } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Creates an encrypted WireGuard tunnel. */
export interface WireguardConfig extends DocumentMeta, CommonLink {
	/** Names the link. */
	readonly name?: string;
	/** Key of this end, in base64; `wg genkey` makes one. */
	readonly privateKey?: string;
	/** UDP port to listen on; 0 takes a random one. */
	readonly listenPort?: Integer;
	/** Mark on the encrypted packets, for routing rules and firewalls. */
	readonly firewallMark?: Integer;
	/** The other ends of the tunnel. */
	readonly peers?: readonly WireguardPeer[];
}

/** Another end of a tunnel. */
export interface WireguardPeer {
	/** Its public key, in base64; `wg pubkey` computes it from the private one. */
	readonly publicKey?: string;
	/** A further secret that both ends share, in base64; `wg genpsk` makes one. */
	readonly presharedKey?: string;
	/** Its address and UDP port; absent, it must connect first. */
	readonly endpoint?: AddrPort;
	/** Time between two packets that keep address translation on the way open; 0 sends none. */
	readonly persistentKeepaliveInterval?: Duration;
	/** Networks that are routed to it, and that packets from it may come from. */
	readonly allowedIPs?: readonly Prefix[];
}

export const wireguardPeerSchema: StructSchema = {
	name: 'network.WireguardPeer',
	fields: [
		{ name: 'publicKey', type: scalar.string, omitEmpty: true },
		{ name: 'presharedKey', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'endpoint', type: scalar.addrPort, omitEmpty: true },
		{ name: 'persistentKeepaliveInterval', type: scalar.duration, omitEmpty: true },
		{ name: 'allowedIPs', type: { of: 'list', item: scalar.prefix }, omitEmpty: true },
	],
};

export const wireguardConfigSchema: StructSchema = {
	name: 'network.WireguardConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'privateKey', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'listenPort', type: scalar.int, omitEmpty: true },
		{ name: 'firewallMark', type: scalar.int, omitEmpty: true },
		{ name: 'peers', type: { of: 'list', item: { of: 'struct', struct: wireguardPeerSchema } }, omitEmpty: true },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
