import { isIPv6 } from 'node:net';
import { defaults } from '@ichor/machinery/versions';
import { type Channel, connected } from '@ichor/rpc';

/** `HOST:PORT` of an endpoint as a talosconfig names it: with a port or without, IPv6 addresses with brackets or without. */
export function endpointAddress(endpoint: string): string {
	if (isIPv6(endpoint)) return `[${endpoint}]:${defaults.apidPort}`;
	return /:\d+$/.test(endpoint) ? endpoint : `${endpoint}:${defaults.apidPort}`;
}

/** One way into a cluster. */
export interface Endpoint {
	/** `HOST:PORT`. */
	readonly address: string;
	readonly channel: Channel;
}

/** The ways into a cluster, of which any that works is as good as another. */
export class EndpointPool {
	readonly #endpoints: readonly Endpoint[];
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
	 * the first again, whose failure is what the call ends with.
	 */
	async pick(): Promise<Channel> {
		const count = this.#endpoints.length;
		for (let tried = 0; count > 1 && tried < count; tried++) {
			const index = (this.#current + tried) % count;
			if (!(await connected(this.#at(index).channel, connectTimeout))) continue;
			this.#current = index;
			break;
		}
		return this.#at(this.#current).channel;
	}

	close(): void {
		for (const { channel } of this.#endpoints) channel.close();
	}

	#at(index: number): Endpoint {
		const endpoint = this.#endpoints[index];
		if (endpoint === undefined) throw new RangeError('a pool without endpoints');
		return endpoint;
	}
}

/** Milliseconds that an endpoint has to answer before another is asked: a retransmitted SYN arrives after 1 and 3 seconds. */
const connectTimeout = 4000;
