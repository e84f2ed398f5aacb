import { isIPv6 } from 'node:net';
import { defaults } from '@ichor/machinery/versions';
import { type Channel, connected } from '@ichor/rpc';

/** `HOST:PORT` of an endpoint as a talosconfig names it: with a port or without, IPv6 addresses with brackets or without. */
export function endpointAddress(endpoint: string): string {
	if (isIPv6(endpoint)) return `[${endpoint}]:${defaults.apidPort}`;
	return /:\d+$/.test(endpoint) ? endpoint : `${endpoint}:${defaults.apidPort}`;
}

/** The ways into a cluster, of which any that works is as good as another. */
export class EndpointPool {
	readonly #channels: readonly Channel[];
	#current = 0;

	constructor(channels: readonly Channel[]) {
		this.#channels = channels;
	}

	/**
	 * A channel to call on: the one that worked last, else the next that can be reached. When none can be reached it is
	 * the first again, whose failure is what the call ends with.
	 */
	async pick(): Promise<Channel> {
		const count = this.#channels.length;
		for (let tried = 0; count > 1 && tried < count; tried++) {
			const index = (this.#current + tried) % count;
			if (!(await connected(this.#at(index), connectTimeout))) continue;
			this.#current = index;
			break;
		}
		return this.#at(this.#current);
	}

	close(): void {
		for (const channel of this.#channels) channel.close();
	}

	#at(index: number): Channel {
		const channel = this.#channels[index];
		if (channel === undefined) throw new RangeError('a pool without endpoints');
		return channel;
	}
}

/** Milliseconds that an endpoint has to answer before another is asked: a retransmitted SYN arrives after 1 and 3 seconds. */
const connectTimeout = 4000;
