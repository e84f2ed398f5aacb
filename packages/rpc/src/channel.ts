import { isIP } from 'node:net';
import { checkServerIdentity, createSecureContext, type PeerCertificate } from 'node:tls';
import { type ChannelCredentials, Client, credentials, type ChannelOptions as GrpcOptions } from '@grpc/grpc-js';
import { channelOptions } from './limits.ts';
import { plainKey } from './pem.ts';

/** A connection to one server, made when it is first needed and again when it breaks. Close it in the end. */
export interface Channel {
	readonly grpc: Client;
	close(): void;
}

export interface ChannelOptions {
	/** Without it nothing is encrypted: for unix sockets. */
	readonly tls?: ClientTls | undefined;
	/** Milliseconds between pings while a call is open, and until an unanswered one means that the connection is broken. No pings unless given. */
	readonly keepalive?: { readonly interval: number; readonly timeout: number } | undefined;
	/** Bytes that the server may send ahead of what has been read, for each stream; 4 MiB unless told otherwise. */
	readonly window?: number | undefined;
}

/** Whom a client trusts and who it is. Everything in PEM. */
export interface ClientTls {
	/** Authorities of server certificates; "anyone" for a machine that has no identity yet. */
	readonly trust: readonly string[] | 'anyone' | PinnedCertificate;
	readonly identity?: { readonly certificate: string; readonly key: string } | undefined;
}

/** The one certificate that is accepted, whoever signed it and whatever names are in it: see `pinCertificate`. */
export interface PinnedCertificate {
	readonly pinned: string;
}

/**
 * A channel to `unix:PATH` or `HOST:PORT`, where HOST is a name, an IPv4 address, or an IPv6 address in brackets. The
 * certificate of a server must be for that host.
 */
export function openChannel(address: string, { tls, keepalive, window = defaultWindow }: ChannelOptions = {}): Channel {
	const host = hostOf(address);
	const options: GrpcOptions = {
		...channelOptions,
		'grpc-node.flow_control_window': window,
		'grpc.default_authority': tls === undefined ? 'localhost' : address,
		// connections are not shared between channels: another channel may have another identity
		'grpc.use_local_subchannel_pool': 1,
		...(keepalive === undefined
			? {}
			: {
					'grpc.keepalive_time_ms': keepalive.interval,
					'grpc.keepalive_timeout_ms': keepalive.timeout,
				}),
		// TLS names no addresses; whom the certificate is for is checked by `secure`
		...(tls !== undefined && isIP(host) !== 0 ? { 'grpc.ssl_target_name_override': 'node.invalid' } : {}),
	};
	const grpc = new Client(address, tls === undefined ? credentials.createInsecure() : secure(tls, host), options);
	return { grpc, close: () => grpc.close() };
}

function secure({ trust, identity }: ClientTls, host: string): ChannelCredentials {
	const pinned = typeof trust === 'object' && 'pinned' in trust ? trust.pinned : undefined;
	const authorities = Array.isArray(trust) ? (trust as readonly string[]) : pinned === undefined ? [] : [pinned];
	const context = createSecureContext({
		minVersion: 'TLSv1.3',
		...(authorities.length === 0 ? {} : { ca: [...authorities] }),
		...(pinned === undefined ? {} : { allowPartialTrustChain: true }),
		...(identity === undefined ? {} : { cert: identity.certificate, key: plainKey(identity.key) }),
	});
	return credentials.createFromSecureContext(context, {
		rejectUnauthorized: trust !== 'anyone',
		checkServerIdentity: (_name: string, certificate: PeerCertificate) =>
			pinned === undefined ? checkServerIdentity(host, certificate) : undefined,
	});
}

/** The host of `HOST:PORT`, without brackets. */
export function hostOf(address: string): string {
	return address.slice(0, address.lastIndexOf(':')).replace(/^\[(.*)\]$/, '$1');
}

/** Lets a file travel at full speed over a connection of some milliseconds. */
const defaultWindow = 4 << 20;
