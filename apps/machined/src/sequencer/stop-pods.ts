import { type PodContainer, Pods } from '@ichor/containerd';
import { KubeletLifecycle, kubeletLifecycleId, StaticPodStatus } from '@ichor/machinery/resources';
import type { State } from '@ichor/runtime';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { paths } from '../paths.ts';
import { type PodWave, podWaves } from './pod-waves.ts';
import { type Phase, phase, task } from './sequence.ts';

/**
 * Ends all pods, in waves, before what runs them. The kubelet, which would start them again, goes first, once nobody needs it
 * any more. A pod that does not end is no reason to stay.
 *
 * @param options `remove`: also takes what they have on the disk, before the disk is wiped
 */
export function stopPods({ services, state }: Machine, { remove = false }: { readonly remove?: boolean } = {}): Phase {
	return phase(
		'cleanup',
		task(remove ? 'removeAllPods' : 'stopAllPods', async (context) => {
			await endLifecycle(context, state);
			if (services.find('cri')?.up !== true) return;
			const client = new Pods(paths.cri);
			try {
				const limit = withTimeout(context, podTime);
				await services.find('kubelet')?.stop();
				const fixed = (await state.list(StaticPodStatus.kind)).map(({ metadata }) => metadata.id);
				for (const wave of podWaves(await client.list(limit), fixed)) await end(limit, client, wave, remove);
			} catch (error) {
				context.signal.throwIfAborted();
				context.log('warn', 'a pod did not stop', { error: messageOf(error) });
			} finally {
				client.close();
			}
		}),
	);
}

/** Whoever has a finalizer there needs the kubelet for a moment yet. */
async function endLifecycle(context: Context, state: State): Promise<void> {
	const lifecycle = KubeletLifecycle.pointer(kubeletLifecycleId);
	if ((await state.find(lifecycle)) === undefined) return;
	try {
		await waitFor(withTimeout(context, lifecycleTime), async () => (await state.teardown(lifecycle)) || undefined);
		await state.destroy(lifecycle);
	} catch (error) {
		context.signal.throwIfAborted();
		context.log('warn', 'somebody still needs the kubelet', { error: messageOf(error) });
	}
}

async function end(context: Context, client: Pods, { pods, grace }: PodWave, remove: boolean): Promise<void> {
	const each = async (action: (one: PodContainer) => Promise<void>, of: (pod: PodWave['pods'][number]) => readonly PodContainer[]) =>
		await Promise.all(pods.flatMap(of).map(action));
	await each(
		async (container) => await client.stop(context, container, grace),
		({ containers }) => containers,
	);
	// a sandbox takes the pod's network with it
	await each(
		async (sandbox) => {
			await client.stop(context, sandbox);
			if (remove) await client.remove(context, sandbox);
		},
		({ sandbox }) => [sandbox],
	);
}

/** Milliseconds for all pods (upstream: 3 minutes), and for those that need the kubelet (upstream). */
const podTime = 90_000;
const lifecycleTime = 30_000;
