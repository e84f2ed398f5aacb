/** A server that stands behind a load balancer. */
export interface Upstream {
	readonly host: string;
	readonly port: number;
	/** Whether it is led to only while none of the others is up. */
	readonly standby?: boolean;
}

/** One address that leads to any of several servers that are up. */
export interface LoadBalancer {
	/** Whether any of them is up. */
	readonly healthy: boolean;
	/** These are the servers from now on. Connections to others go on until they end. */
	lead(upstreams: readonly Upstream[]): void;
	close(): Promise<void>;
}

/**
 * Makes a load balancer: in this process, or in the kernel.
 *
 * @param changed called when `healthy` may have changed
 * @throws Error when the address cannot be listened on
 */
export type OpenLoadBalancer = (host: string, port: number, changed: () => void) => Promise<LoadBalancer>;
