import { lookup } from 'node:dns/promises';
import { isIP, isIPv4 } from 'node:net';
import type { Conntrack } from '@ichor/linux/conntrack';
import { LinuxError } from '@ichor/linux/netlink';
import { loopbackBalancer, type NfTables } from '@ichor/linux/nftables';
import { type Context, messageOf } from '@ichor/std';
import { answers } from './dial.ts';
import type { LoadBalancer, OpenLoadBalancer, Upstream } from './load-balancer.ts';
import { openUserSpaceLoadBalancer } from './user-space-load-balancer.ts';

/**
 * A load balancer in the kernel. This process looks which servers are up, twice a second, and tells the kernel; no byte
 * of a connection passes through it. While no server is up, and for those that have no IPv4, connections come to the
 * user-space balancer behind it, which has clients wait. Where the kernel cannot do it, that one does it alone.
 *
 * The kernel leads from the loopback to other machines only with route_localnet.
 */
export function openKernelLoadBalancer(openPorts: () => KernelPorts, log: Context['log']): OpenLoadBalancer {
	return async (host, port, changed) => {
		const behind = await openUserSpaceLoadBalancer(host, port, changed);
		try {
			const ports = openPorts();
			const { tables } = ports;
			// a kernel that takes this has all the parts
			tables.replaceTable(loopbackBalancer(tableName, { host, port }, [{ host, port }]));
			tables.replaceTable(loopbackBalancer(tableName, { host, port }, []));
			return new KernelLoadBalancer(ports, { host, port }, behind, changed, log);
		} catch (error) {
			if (!(error instanceof LinuxError)) throw error;
			log('warn', 'KubePrism runs in user space', { reason: messageOf(error) });
			return behind;
		}
	};
}

/** What the balancer is made of. */
export interface KernelPorts {
	readonly tables: NfTables;
	readonly connections: Conntrack;
}

class KernelLoadBalancer implements LoadBalancer {
	readonly #tables: NfTables;
	readonly #connections: Conntrack;
	readonly #at: Upstream;
	readonly #behind: LoadBalancer;
	readonly #changed: () => void;
	readonly #log: Context['log'];
	readonly #addresses = new Map<string, readonly string[]>();
	#upstreams: readonly Upstream[] = [];
	#servers: readonly Upstream[] = [];
	/** Those that the kernel leads to. */
	#led: readonly Upstream[] = [];
	#timer: NodeJS.Timeout | undefined;
	#resolving: NodeJS.Timeout | undefined;
	#closed = false;
	/** What whoever listens knows. */
	#toldHealthy = false;

	constructor({ tables, connections }: KernelPorts, at: Upstream, behind: LoadBalancer, changed: () => void, log: Context['log']) {
		this.#tables = tables;
		this.#connections = connections;
		this.#at = at;
		this.#behind = behind;
		this.#changed = changed;
		this.#log = log;
	}

	get healthy(): boolean {
		return this.#servers.length > 0 || this.#behind.healthy;
	}

	lead(upstreams: readonly Upstream[]): void {
		this.#upstreams = upstreams;
		this.#behind.lead(upstreams);
		this.#resolve();
		void this.#look();
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#timer);
		clearTimeout(this.#resolving);
		this.#tables.removeTable(tableName);
		this.#tables.close();
		this.#connections.close();
		await this.#behind.close();
	}

	async #look(): Promise<void> {
		clearTimeout(this.#timer);
		const upstreams = this.#upstreams;
		const servers = unique(upstreams.flatMap((upstream) => this.#addressesOf(upstream)));
		const up = await Promise.all(servers.map(async (server) => await answers(server, lookTime)));
		// whoever has led elsewhere meanwhile looks itself
		if (upstreams !== this.#upstreams || this.#closed) return;
		const serving = servers.filter((_, index) => up[index]);
		const first = serving.filter(({ standby }) => standby !== true);
		this.#servers = first.length > 0 ? first : serving;
		this.#tellKernel();
		if (this.healthy !== this.#toldHealthy) {
			this.#toldHealthy = this.healthy;
			this.#changed();
		}
		this.#timer = setTimeout(() => void this.#look(), up.includes(true) ? lookPause : idlePause);
		this.#timer.unref();
	}

	#tellKernel(): void {
		const gone = this.#led.filter((server) => !this.#servers.some(({ host, port }) => host === server.host && port === server.port));
		if (gone.length === 0 && this.#led.length === this.#servers.length) return;
		try {
			this.#tables.replaceTable(loopbackBalancer(tableName, this.#at, this.#servers));
			this.#led = this.#servers;
			for (const server of gone) this.#connections.forgetUnanswered(this.#at, server);
		} catch (error) {
			// the table stays as it was, and the next look tries again
			this.#log('warn', 'KubePrism cannot be told to the kernel', { error: messageOf(error) });
		}
	}

	/** Finds the addresses of names, on the side: a name server that hangs must not keep anybody from looking. */
	#resolve(): void {
		clearTimeout(this.#resolving);
		for (const { host } of this.#upstreams) {
			if (isIP(host) !== 0) continue;
			lookup(host, { all: true, family: 4 }).then(
				(found) =>
					this.#addresses.set(
						host,
						found.map(({ address }) => address),
					),
				// it keeps those that it had
				() => undefined,
			);
		}
		this.#resolving = setTimeout(() => this.#resolve(), resolvePause);
		this.#resolving.unref();
	}

	#addressesOf({ host, port, standby }: Upstream): readonly Upstream[] {
		const addresses = isIP(host) === 0 ? (this.#addresses.get(host) ?? []) : [host];
		return addresses.filter(isIPv4).map((address) => ({ host: address, port, ...(standby === undefined ? {} : { standby }) }));
	}
}

/** Sorted, so that the order in which servers are named changes nothing. */
function unique(servers: readonly Upstream[]): readonly Upstream[] {
	const named = new Map(servers.map((server) => [`${server.host}:${server.port}`, server]));
	return [...named].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, server]) => server);
}

const tableName = 'ichor-kubeprism';

/** Milliseconds: together below the second within which a server that is gone must be known (upstream: 80 to 140 s). */
const lookPause = 400;
const lookTime = 400;
/** Milliseconds between looks while no server is up: nobody is led to one, and a machine that starts has other things to do. */
const idlePause = 1000;
/** Milliseconds between two questions for the addresses of a name. */
const resolvePause = 10_000;
