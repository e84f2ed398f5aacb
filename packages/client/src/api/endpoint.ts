import { isIPv6 } from 'node:net';
import { defaults } from '@ichor/machinery/versions';
import { type Channel, connected, hasRpcCode } from '@ichor/rpc';

/** `HOST:PORT` of an endpoint as a talosconfig names it: with a port or without, IPv6 addresses with brackets or without. */
export function endpointAddress(endpoint: string): string {
	if (isIPv6(endpoint)) return `[${endpoint}]:${defaults.apidPort}`;
	return /:\d+$/.test(endpoint) ? endpoint : `${endpoint}:${defaults.apidPort}`;
}

/** One way into a cluster. */
export interface Endpoint {
	/** `HOST:PORT`. */
	readonly address: string;
	/** A new channel to it. */
	open(): Channel;
}

/** What a call goes on. */
export interface PickedEndpoint {
	readonly channel: Channel;
	/** To be told what the call failed with. */
	failed(error: unknown): void;
}

/** The ways into a cluster, of which any that works is as good as another. */
export class EndpointPool {
	readonly #endpoints: readonly Endpoint[];
	readonly #channels = new Map<Endpoint, Channel>();
	#current = 0;

	constructor(endpoints: readonly Endpoint[]) {
		this.#endpoints = endpoints;
	}

	/** The address of the endpoint that was picked last. */
	get current(): string {
		return this.#at(this.#current).address;
	}

	/**
	 * A channel to call on: the one that worked last, else the next that can be reached. When none can be reached it is
	 * the first again, whose failure is what the call ends with. A call that is not answered in time makes the next endpoint
	 * the one that is tried first.
	 */
	async pick(): Promise<PickedEndpoint> {
		const count = this.#endpoints.length;
		for (let tried = 0; count > 1 && tried < count; tried++) {
			const index = (this.#current + tried) % count;
			if (!(await connected(this.#channelTo(this.#at(index)), connectTimeout))) continue;
			this.#current = index;
			break;
		}
		const picked = this.#at(this.#current);
		const channel = this.#channelTo(picked);
		return { channel, failed: (error) => this.#doubt(picked, channel, error) };
	}

	close(): void {
		for (const channel of this.#channels.values()) channel.close();
	}

	/**
	 * A connection that leads nowhere any more looks like one that is idle: whoever waited for an answer in vain leaves it
	 * to the calls that are still on it. It may also be the node behind the endpoint that is silent; another endpoint is as
	 * good to ask then.
	 */
	#doubt(endpoint: Endpoint, channel: Channel, error: unknown): void {
		if (!hasRpcCode(error, 'deadline-exceeded') || this.#channels.get(endpoint) !== channel) return;
		if (this.#at(this.#current) === endpoint) this.#current = (this.#current + 1) % this.#endpoints.length;
		this.#channels.delete(endpoint);
		channel.close();
	}

	#channelTo(endpoint: Endpoint): Channel {
		const open = this.#channels.get(endpoint);
		if (open !== undefined) return open;
		const channel = endpoint.open();
		this.#channels.set(endpoint, channel);
		return channel;
	}

	#at(index: number): Endpoint {
		const endpoint = this.#endpoints[index];
		if (endpoint === undefined) throw new RangeError('a pool without endpoints');
		return endpoint;
	}
}

/** Milliseconds that an endpoint has to answer before another is asked: a retransmitted SYN arrives after 1 and 3 seconds. */
const connectTimeout = 4000;
