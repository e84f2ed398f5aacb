import type { CheckedCluster } from '@ichor/client/health';
import { Member } from '@ichor/machinery/resources';
import type { NodeSession } from '../nodes/node-session.ts';
import type { HealthOptions } from './health-options.ts';

/**
 * The nodes of a cluster: those that are named, or those that discovery knows, as the endpoint tells.
 *
 * @throws RpcError, Error when it knows none
 */
export async function clusterNodes(
	{ client, signal }: NodeSession,
	{ controlPlanes, workers }: Pick<HealthOptions, 'controlPlanes' | 'workers'>,
): Promise<Pick<CheckedCluster, 'controlPlanes' | 'workers'>> {
	if (controlPlanes.length + workers.length > 0) {
		const named = (addresses: readonly string[]) => addresses.map((address) => ({ address, addresses: [address] }));
		return { controlPlanes: named(controlPlanes), workers: named(workers) };
	}
	const found = { controlPlanes: [] as CheckedNodes, workers: [] as CheckedNodes };
	for await (const { resource } of client.nodes([]).state.list(Member.kind, { signal })) {
		const { addresses, machineType } = Member.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
		const [address] = addresses;
		if (address === undefined) throw new Error(`no IP address found for member: ${resource?.metadata?.id ?? ''}`);
		(machineType === 'worker' ? found.workers : found.controlPlanes).push({ address, addresses });
	}
	if (found.controlPlanes.length + found.workers.length === 0)
		throw new Error('no member of the cluster is known: name the nodes with --control-plane-nodes and --worker-nodes');
	return found;
}

type CheckedNodes = CheckedCluster['workers'][number][];
