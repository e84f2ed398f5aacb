import { createServer, type Server, type Socket } from 'node:net';
import { background, pause } from '@ichor/std';
import { answers, dial } from './dial.ts';
import type { LoadBalancer, OpenLoadBalancer, Upstream } from './load-balancer.ts';

/** A load balancer of connections in this process: what a kernel without nftables has. */
export const openUserSpaceLoadBalancer: OpenLoadBalancer = async (host, port, changed) => {
	const balancer = new UserSpaceLoadBalancer(changed);
	await balancer.listen(host, port);
	return balancer;
};

class UserSpaceLoadBalancer implements LoadBalancer {
	readonly #changed: () => void;
	readonly #server: Server;
	readonly #connections = new Set<Socket>();
	#backends: readonly Backend[] = [];
	#next = 0;
	#timer: NodeJS.Timeout | undefined;
	/** What whoever listens knows. */
	#toldHealthy = false;

	constructor(changed: () => void) {
		this.#changed = changed;
		this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => void this.#serve(client));
	}

	get healthy(): boolean {
		return this.#backends.some(({ score }) => score >= 0 && score !== unproven);
	}

	async listen(host: string, port: number): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.#server.once('error', reject);
			this.#server.listen(port, host, resolve);
		});
	}

	lead(upstreams: readonly Upstream[]): void {
		const names = new Map(upstreams.map(({ host, port, standby }) => [`${host} ${port}`, standby === true]));
		const known = new Map(this.#backends.map((backend) => [backend.name, backend]));
		this.#backends = [...names].map(([name, standby]) => known.get(name) ?? new Backend(name, standby));
		void this.#checkAll();
	}

	async close(): Promise<void> {
		clearTimeout(this.#timer);
		this.#backends = [];
		for (const socket of this.#connections) socket.destroy();
		await new Promise<void>((resolve) => this.#server.close(() => resolve()));
	}

	/** Looks at every server; again soon while none is up, which is when somebody waits. */
	async #checkAll(): Promise<void> {
		clearTimeout(this.#timer);
		const looked = this.#backends;
		await Promise.all(looked.map(async (backend) => backend.judge(await answers(backend, dialTime))));
		if (looked !== this.#backends) return;
		this.#tell();
		const calm = looked.every(({ score }) => score > 0);
		this.#timer = setTimeout(() => void this.#checkAll(), calm ? calmPause : busyPause);
		this.#timer.unref();
	}

	async #serve(client: Socket): Promise<void> {
		this.#keep(client);
		const server = await this.#connectPatiently(client);
		if (server === undefined || client.destroyed) {
			client.destroy();
			server?.destroy();
			return;
		}
		this.#keep(server);
		client.pipe(server);
		server.pipe(client);
		client.on('close', () => server.destroy());
		server.on('close', () => client.destroy());
	}

	/**
	 * A server for a client who may have to wait for one. A kubelet whose first request is refused asks again after a pause
	 * that doubles; one that is kept waiting has its answer as soon as there is an API server.
	 */
	async #connectPatiently(client: Socket): Promise<Socket | undefined> {
		const deadline = Date.now() + longestWait;
		for (;;) {
			const server = await this.#connect();
			if (server !== undefined) return server;
			// those who wait look at what is known of the servers, not at the servers: there may be many of them
			do {
				if (client.destroyed || Date.now() > deadline || this.#backends.length === 0) return undefined;
				await pause(background, waitPause);
			} while (!this.healthy);
		}
	}

	/** The first that takes the connection, the best ones first, in turns; those that stand by come last of those that are up. */
	async #connect(): Promise<Socket | undefined> {
		const best = [...this.#backends].sort((a, b) => Number(b.score >= 0) - Number(a.score >= 0));
		const healthy = best.filter(({ score }) => score >= 0);
		const first = healthy.filter(({ standby }) => !standby);
		this.#next += 1;
		const turn = first.length === 0 ? 0 : this.#next % first.length;
		const last = healthy.filter(({ standby }) => standby);
		for (const backend of [...first.slice(turn), ...first.slice(0, turn), ...last, ...best.slice(healthy.length)]) {
			const socket = await dial(backend, dialTime);
			backend.judge(socket !== undefined);
			this.#tell();
			if (socket !== undefined) return socket;
		}
		return undefined;
	}

	/** Clients find out as well whether a server is up, often first. */
	#tell(): void {
		if (this.healthy === this.#toldHealthy) return;
		this.#toldHealthy = this.healthy;
		this.#changed();
	}

	#keep(socket: Socket): void {
		this.#connections.add(socket);
		socket.setKeepAlive(true, keepAliveDelay);
		socket.on('error', () => socket.destroy());
		socket.on('close', () => this.#connections.delete(socket));
	}
}

/** Milliseconds between two looks (upstream: 20 s), and before an idle connection is tested (upstream: 30 s). */
const calmPause = 20_000;
const busyPause = 1000;
const keepAliveDelay = 30_000;
/**
 * Milliseconds that a client waits for a server: longer than the 10 s that Go gives a TLS handshake. A client whose connection is
 * closed asks again at once, ten times (client-go, rest/request.go: isErrRetryable), and the kubelet's volumes wait for the
 * last of them, those of a restarted API server's own pod among them; one whose handshake takes too long gives up.
 */
const longestWait = 12_000;
const waitPause = 200;
/** Milliseconds for a connection to be made: API servers are on the same network, or out of reach. */
const dialTime = 3000;

/** Upstream's scores (siderolabs/go-loadbalancer): from -3 to 3, one more or less with each look. */
const bounds = { worst: -3, best: 3 } as const;
const unproven = 0;

class Backend {
	readonly name: string;
	readonly host: string;
	readonly port: number;
	readonly standby: boolean;
	score: number = unproven;

	constructor(name: string, standby: boolean) {
		const [host = '', port = ''] = name.split(' ');
		this.name = name;
		this.standby = standby;
		this.host = host;
		this.port = Number(port);
	}

	judge(good: boolean): void {
		if (good) this.score = this.score < 0 ? 1 : Math.min(this.score + 1, bounds.best);
		else this.score = this.score > 0 ? -1 : Math.max(this.score - 1, bounds.worst);
	}
}
