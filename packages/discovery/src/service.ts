import type { Cluster } from '@ichor/api/discovery/cluster';
import { type Handlers, RpcError } from '@ichor/rpc';
import { maxLife } from './constants.ts';
import { type Directory, type DirectoryChange } from './directory.ts';
import { DiscoveryError } from './errors.ts';

/** The discovery service's API over a directory. Who asks is not asked: what is carried is sealed. */
export function discoveryService(directory: Directory): Handlers<typeof Cluster> {
	return {
		async hello() {
			return {};
		},
		async affiliateUpdate({ clusterId, affiliateId, affiliateData, affiliateEndpoints, ttl }) {
			try {
				directory.update(clusterId, affiliateId, affiliateData, affiliateEndpoints, Number(ttl?.seconds ?? maxLife));
			} catch (error) {
				if (error instanceof DiscoveryError) throw new RpcError('resource-exhausted', error.message);
				throw error;
			}
			return {};
		},
		async affiliateDelete({ clusterId, affiliateId }) {
			directory.delete(clusterId, affiliateId);
			return {};
		},
		async list({ clusterId }) {
			return { affiliates: directory.list(clusterId).map(toMessage) };
		},
		async *watch({ clusterId }, { signal }) {
			const queue: DirectoryChange[] = [{ affiliates: directory.list(clusterId), deleted: false }];
			let wake: () => void = () => undefined;
			const end = directory.watch(clusterId, (change) => {
				queue.push(change);
				wake();
			});
			try {
				while (!signal.aborted) {
					for (const change of queue.splice(0)) yield { affiliates: change.affiliates.map(toMessage), deleted: change.deleted };
					await new Promise<void>((resolve) => {
						wake = resolve;
						if (queue.length > 0) resolve();
						signal.addEventListener('abort', () => resolve(), { once: true });
					});
				}
			} finally {
				end();
			}
		},
	};
}

function toMessage({ id, data, endpoints }: DirectoryChange['affiliates'][number]) {
	return { id, data, endpoints: [...endpoints] };
}
