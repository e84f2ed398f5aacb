import type { NodeSession } from '../nodes/node-session.ts';
import { clusterCollectors } from './cluster-collectors.ts';
import type { Collector, CollectorFailure } from './collector.ts';
import { nodeCollectors } from './node-collectors.ts';
import { type BundleOptions, writeBundle } from './write-bundle.ts';

/**
 * Writes the support bundle of the session's nodes.
 *
 * @returns what could not be collected; and why there is nothing of the nodes, when one of them does not say what it has
 */
export async function collectBundle(
	session: NodeSession,
	options: BundleOptions,
): Promise<{ readonly failures: readonly CollectorFailure[]; readonly stopped: unknown }> {
	const { collectors, close } = await clusterCollectors(session);
	try {
		const all: Collector[] = [...collectors];
		let stopped: unknown;
		try {
			all.push(...(await Promise.all(session.nodes.map(async (node) => await nodeCollectors(session, node)))).flat());
		} catch (error) {
			stopped = error;
		}
		return { failures: await writeBundle(session, stopped === undefined ? all : [], options), stopped };
	} finally {
		close();
	}
}
