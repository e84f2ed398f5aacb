import { type Context, messageOf, pause, withTimeout } from '@ichor/std';
import { type CheckedCluster, type ClusterCheck, skipped } from './cluster-check.ts';

/**
 * Waits for one check after another until all hold, and tells what it waits for, in upstream's lines:
 * `waiting for etcd to be healthy: ...`, the same with what is missing, with `SKIP` or with `OK`.
 *
 * @throws the signal's reason when the context ends first
 */
export async function* healthProgress(
	context: Context,
	cluster: CheckedCluster,
	checks: readonly ClusterCheck[],
): AsyncGenerator<string, void, undefined> {
	for (const check of checks) {
		let told = '...';
		yield `waiting for ${check.what}: ${told}`;
		for (;;) {
			const state = await look(context, cluster, check);
			if (state !== told) yield `waiting for ${check.what}: ${state}`.trim();
			told = state;
			if (state === 'OK' || state === skipped) break;
			await pause(context, check.interval);
		}
	}
}

async function look(context: Context, cluster: CheckedCluster, check: ClusterCheck): Promise<string> {
	context.signal.throwIfAborted();
	try {
		return (await check.look(withTimeout(context, check.interval), cluster)) ?? 'OK';
	} catch (error) {
		context.signal.throwIfAborted();
		return messageOf(error);
	}
}
