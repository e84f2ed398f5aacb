import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import { createConnection } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, connect as connectTls, createSecureContext, type SecureContext } from 'node:tls';
import { apidPort, backendIdle, connectTimeout, windowSize } from './constants.ts';
import { Pulse } from './pulse.ts';
import { shareWindow } from './stream-window.ts';

/** What this node proves itself with to other nodes, and whom it believes. */
export interface ClientCredentials {
	readonly ca: string;
	readonly certificate: string;
	readonly key: string;
}

/** HTTP/2 sessions to this node's machined and to the other nodes' apids: one each, opened when needed, kept while used. */
export class Backends {
	readonly #socketPath: string;
	readonly #remote = new Map<string, Remote>();
	#local: ClientHttp2Session | undefined;
	/** Made once: to read certificates takes a hundred times as long as to dial. */
	#identity: SecureContext | undefined;

	/** @param socketPath machined's unix socket */
	constructor(socketPath: string) {
		this.#socketPath = socketPath;
	}

	/** New credentials hold for new connections; those that are open serve their calls to the end. */
	use(credentials: ClientCredentials | undefined): void {
		this.#identity = credentials === undefined ? undefined : identityOf(credentials);
		for (const { session } of this.#remote.values()) session.close();
		this.#remote.clear();
	}

	local(): ClientHttp2Session {
		if (this.#local !== undefined && isUsable(this.#local)) return this.#local;
		const session = connect('http://machined', {
			createConnection: () => createConnection(this.#socketPath),
			settings: { initialWindowSize: windowSize },
		});
		this.#watch(session, () => {
			if (this.#local === session) this.#local = undefined;
		});
		this.#local = session;
		return session;
	}

	/**
	 * A session on which the node was silent takes no further calls; those that are on it go on.
	 *
	 * @throws Error when this node has nothing to prove itself with
	 */
	remote(target: string): ClientHttp2Session {
		const open = this.#remote.get(target);
		if (open !== undefined && isUsable(open.session)) {
			if (open.pulse.beats()) return open.session;
			open.session.close();
		}
		const identity = this.#identity;
		if (identity === undefined) throw new Error('this node cannot reach others: it has no client certificate');
		const host = target.includes(':') ? `[${target}]` : target;
		const session = connect(`https://${host}:${apidPort}`, {
			createConnection: () => connectTls(tlsOptions(target, identity)),
			settings: { initialWindowSize: windowSize },
		});
		this.#watch(session, () => {
			if (this.#remote.get(target)?.session === session) this.#remote.delete(target);
		});
		giveUp(session, `dial tcp ${host}:${apidPort}: i/o timeout`);
		session.setTimeout(backendIdle, () => session.close());
		this.#remote.set(target, { session, pulse: new Pulse(session) });
		return session;
	}

	close(): void {
		this.#local?.close();
		for (const { session } of this.#remote.values()) session.close();
	}

	/** A session's own failure is told by each of its calls; here it only makes room for the next. */
	#watch(session: ClientHttp2Session, forget: () => void): void {
		session.on('connect', () => session.setLocalWindowSize(windowSize));
		shareWindow(session);
		session.on('error', forget);
		session.on('goaway', forget);
		session.on('close', forget);
		session.unref();
	}
}

/** The way to another node. */
interface Remote {
	readonly session: ClientHttp2Session;
	readonly pulse: Pulse;
}

function isUsable(session: ClientHttp2Session): boolean {
	return !session.closed && !session.destroyed;
}

/**
 * Gives a call up at its other end. That end counts them, and takes whoever gives up many for an attacker and ends the
 * connection (CVE-2023-44487), which all our clients share: a connection that comes near to it takes no further calls.
 */
export function cancelCall(call: ClientHttp2Stream, code: number = constants.NGHTTP2_CANCEL): void {
	const { session } = call;
	if (call.closed) {
		call.destroy();
		return;
	}
	call.close(code);
	// what it has received and nobody will read goes with it: a closed stream waits for its reader
	call.destroy();
	if (session === undefined) return;
	const count = (cancelled.get(session) ?? 0) + 1;
	cancelled.set(session, count);
	if (count === mostCancelled) session.close();
}

/** Whether the other end has not even looked at a call, which may be made again (RFC 9113, 8.7): its connection was about to end. */
export function wasRefused({ rstCode }: ClientHttp2Stream): boolean {
	return rstCode === constants.NGHTTP2_REFUSED_STREAM;
}

const cancelled = new WeakMap<object, number>();
/** Half of what Node's HTTP/2 servers let one connection reset at once (streamResetBurst). */
const mostCancelled = 500;

/** Ends a session that does not connect in time, and with it the calls that wait for it. */
function giveUp(session: ClientHttp2Session, reason: string): void {
	const timer = setTimeout(() => session.destroy(new Error(reason)), connectTimeout).unref();
	session.once('connect', () => clearTimeout(timer));
	session.once('close', () => clearTimeout(timer));
}

function identityOf({ ca, certificate, key }: ClientCredentials): SecureContext {
	return createSecureContext({ ca, cert: certificate, key, minVersion: 'TLSv1.2' });
}

function tlsOptions(target: string, secureContext: SecureContext): ConnectionOptions {
	return {
		host: target,
		port: apidPort,
		secureContext,
		ALPNProtocols: ['h2'],
		// An address is no server name (RFC 6066, 3): the certificate must name it all the same.
		servername: '',
		checkServerIdentity: (_, peer) => checkServerIdentity(target, peer),
	};
}
