import { createServer } from 'node:net';
import { Cluster } from '@ichor/api/discovery/cluster';
import { RpcServer } from '@ichor/rpc';
import { Directory } from './directory.ts';
import { discoveryService } from './service.ts';

/** A discovery service that answers. */
export interface DiscoveryListener {
	readonly port: number;
	close(): Promise<void>;
}

/**
 * Serves the discovery service without TLS, as a machine configuration names it with an `http://` endpoint: for a
 * network that is nobody else's. What is carried is sealed in any case.
 *
 * @param port 0 for any
 */
export async function serveDiscovery(host: string, port: number): Promise<DiscoveryListener> {
	const server = new RpcServer().add(Cluster, discoveryService(new Directory(() => performance.now())));
	const listener = createServer({ noDelay: true }, server.accept);
	await new Promise<void>((resolve, reject) => {
		listener.once('error', reject);
		listener.listen(port, host, () => {
			listener.off('error', reject);
			resolve();
		});
	});
	const address = listener.address();
	return {
		port: typeof address === 'object' && address !== null ? address.port : port,
		async close() {
			const closed = new Promise((resolve) => listener.close(resolve));
			await server.close();
			await closed;
		},
	};
}
