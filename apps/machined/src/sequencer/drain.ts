import { drainNode } from '@ichor/kubernetes';
import { Nodename, NodeStatus, nodenameId } from '@ichor/machinery/resources';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { type Phase, phase, task } from './sequence.ts';

/**
 * Waits until no new pod comes to this node, then moves those that it has to others. A machine that is no node of Kubernetes yet has
 * nothing to move.
 */
export function drain({ state, openNodeClient }: Machine): Phase {
	return phase(
		'drain',
		task('cordonAndDrainNode', async (context) => {
			const name = (await state.find(Nodename.pointer(nodenameId)))?.spec;
			const client = name === undefined || name.skipNodeRegistration ? undefined : await openNodeClient();
			if (name === undefined || client === undefined) return;
			try {
				context.log('info', 'waiting for node to be cordoned');
				await cordoned(withTimeout(context, cordonTime), state, name.nodename);
				await drainNode(withTimeout(context, drainTime), client, name.nodename, {
					gracePeriod,
					evicting: (pod) => context.log('info', 'evicting pod', { pod }),
					// the machine goes whatever becomes of it
					evicted(pod, failure) {
						if (failure !== undefined) context.log('warn', 'failed to evict pod', { pod, error: messageOf(failure) });
					},
				});
			} finally {
				client.close();
			}
		}),
	);
}

/** The same where the machine goes whatever becomes of its pods. */
export function drainIfPossible(machine: Machine): Phase {
	const { name, tasks } = drain(machine);
	return phase(
		name,
		...tasks.map((one) =>
			task(one.name, async (context) => {
				await one.run(context).catch((error: unknown) => {
					context.signal.throwIfAborted();
					context.log('warn', 'the node was not drained', { error: messageOf(error) });
				});
			}),
		),
	);
}

/** A controller cordons it, as the stage of the machine says. */
async function cordoned(context: Context, state: Machine['state'], node: string): Promise<void> {
	await waitFor(context, async () => ((await state.find(NodeStatus.pointer(node)))?.spec.unschedulable === true ? true : undefined), 100);
}

/** Milliseconds (upstream: a minute, and DrainTimeout). */
const cordonTime = 60_000;
const drainTime = 5 * 60_000;
/** Seconds that a pod has to end (upstream: 60). */
const gracePeriod = 60;
