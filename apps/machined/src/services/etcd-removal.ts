import { RpcError } from '@ichor/rpc';
import { type Context, messageOf, pause } from '@ichor/std';

/**
 * Takes a member out of the cluster, and asks again while etcd says that the cluster could not do without it: a peer that
 * has just left or restarts is back, or removed, after a while. A member that is not there any more is out.
 *
 * @param remove one request
 * @param every milliseconds between two requests (upstream: internal/pkg/etcd, 10 s)
 * @throws RpcError "unknown" with etcd's last answer when the context ends first; whatever else `remove` throws, at once
 */
export async function removeMember(context: Context, remove: () => Promise<void>, every = 10_000): Promise<void> {
	for (;;) {
		try {
			await remove();
			return;
		} catch (error) {
			if (!(error instanceof RpcError)) throw error;
			if (error.message.includes(notThere)) return;
			if (!passing.some((text) => error.message.includes(text))) throw error;
			context.log('info', 'etcd does not let its member go yet', { error: error.message, 'next try in seconds': every / 1000 });
			await pause(context, every).catch((): never => {
				throw new RpcError('unknown', `failed to leave cluster: ${messageOf(error)}`, { cause: error });
			});
		}
	}
}

/** etcd's texts (api/v3rpc/rpctypes), which have no codes of their own. */
const notThere = 'etcdserver: member not found';
const passing = ['etcdserver: unhealthy cluster', 'etcdserver: server stopped'];
