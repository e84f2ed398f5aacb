import { AddressSpec, networkConfigNamespace } from '@ichor/machinery/resources';
import type { State } from '@ichor/runtime';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { leaveEtcd } from '../services/etcd-leave.ts';
import { drain, drainIfPossible } from './drain.ts';
import { type Phase, phase, type Sequence, type Task, task } from './sequence.ts';
import { stopPods } from './stop-pods.ts';
import { wipeVolume } from './volumes.ts';

/** Everything stops in order, then PID 1 starts again. */
export function rebootSequence(machine: Machine): Sequence {
	return { name: 'reboot', phases: [stopPods(machine), stopEverything(machine), phase('reboot', ending(machine, 'reboot'))] };
}

/** Nothing but the end. */
export function forcedRebootSequence(machine: Machine): Sequence {
	return { name: 'reboot', phases: [phase('reboot', ending(machine, 'reboot'))] };
}

/** @param force without waiting for pods to go elsewhere */
export function shutdownSequence(machine: Machine, { force }: { readonly force: boolean }): Sequence {
	const phases = [stopPods(machine), stopEverything(machine), phase('shutdown', ending(machine, 'shutdown'))];
	return { name: 'shutdown', phases: [...(force ? [] : [drain(machine)]), ...phases] };
}

export interface ResetOptions {
	/** Move pods elsewhere as far as they go, leave the etcd cluster, and change nothing when that does not work. */
	readonly graceful: boolean;
	readonly reboot: boolean;
	/** STATE, EPHEMERAL or both. */
	readonly volumes: readonly string[];
	/** Some were named; otherwise the whole machine is meant. */
	readonly named: boolean;
}

export function resetSequence(machine: Machine, { graceful, reboot, volumes, named }: ResetOptions): Sequence {
	const leave = phase(
		'leave',
		task('leaveEtcd', async ({ signal }) => {
			if (machine.services.find('etcd')?.up === true) await leaveEtcd(machine, signal);
		}),
	);
	const wipe = task(named ? 'resetSystemDiskSpec' : 'resetSystemDisk', async (context) => {
		for (const volume of volumes) await wipeVolume(context, volume);
	});
	const end = reboot ? 'reboot' : 'shutdown';
	return {
		name: 'reset',
		phases: [
			...(graceful ? [drainIfPossible(machine), leave] : []),
			stopPods(machine, { remove: true }),
			stopEverything(machine),
			phase(named ? 'resetSpec' : 'reset', wipe),
			phase(end, ending(machine, end)),
		],
	};
}

/** Services that others need go after those. What does not stop in time is left to the end of PID 1. */
function stopEverything({ services, state }: Machine): Phase {
	return phase(
		'stopEverything',
		task('stopAllServices', async (context) => {
			await handOver(context, state);
			// machined itself answers until the end: calls that are open break off with the connection, which clients take for what it is
			const ids = services.all.map(({ id }) => id).filter((id) => id !== 'machined');
			const limit = withTimeout(context, stopTime).signal;
			await Promise.race([
				services.stop(ids).catch((error: unknown) => context.log('warn', 'a service did not stop', { error: messageOf(error) })),
				new Promise((resolve) => limit.addEventListener('abort', resolve)),
			]);
			context.signal.throwIfAborted();
		}),
	);
}

/** Waits until others may have the addresses that this machine shares: the election for them needs the etcd that is about to stop. */
async function handOver(context: Context, state: State): Promise<void> {
	const kind = { type: AddressSpec.type, namespace: networkConfigNamespace };
	await waitFor(
		withTimeout(context, handOverTime),
		async () => ((await state.list(kind)).every(({ metadata }) => metadata.owner !== 'network.OperatorSpecController') ? true : undefined),
		5,
	).catch(() => context.signal.throwIfAborted());
}

function ending({ exit }: Machine, how: 'reboot' | 'shutdown'): Task {
	return task(how, async () => {
		exit(how === 'reboot' ? exitReboot : 0);
		// the sequence has no end that anybody could be told
		await new Promise<never>(() => undefined);
	});
}

/** What PID 1 takes for the wish to boot again (os/init.c). */
export const exitReboot = 64;
/** Milliseconds for services to stop, and for shared addresses to be let go. */
const stopTime = 30_000;
const handOverTime = 1500;
