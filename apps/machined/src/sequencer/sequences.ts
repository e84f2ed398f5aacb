import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, withTimeout } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { paths } from '../paths.ts';
import { leaveEtcd } from '../services/etcd-leave.ts';
import type { Service } from '../services/service.ts';
import type { Phase, Sequence, Task } from './sequence.ts';

/** The services of a machine, as the sequences start them. */
export interface ServiceList {
	readonly containerd: Service;
	readonly machined: Service;
	readonly apid: Service;
	/** Of a machine with a configuration. */
	readonly forType: (type: string) => readonly Service[];
}

/** From the start of machined to a configuration. */
export function initializeSequence(machine: Machine, list: ServiceList): Sequence {
	const { services, configuration } = machine;
	return sequence('initialize', [
		phase(
			'machined',
			task('startApid', async () => void services.start(list.apid)),
			task('startMachined', async (context) => {
				services.start(list.machined);
				await services.untilUp(context, ['machined']);
			}),
			task('startContainerd', async (context) => {
				services.start(list.containerd);
				await services.untilUp(context, ['containerd']);
			}),
		),
		phase(
			'config',
			task('loadConfig', async (context) => void (await configuration.acquire(context))),
		),
	]);
}

/** The wait for somebody to hand in a configuration: told as a task, which is how clients know the stage. */
export function maintenanceSequence(machine: Machine): Sequence {
	return sequence('initialize', [
		phase(
			'config',
			task('runningMaintenance', async (context) => await machine.configuration.untilActive(context)),
		),
	]);
}

/** A container node has nothing to install; clients still see the sequence. */
export function installSequence(): Sequence {
	return sequence('install', []);
}

/** From a configuration to everything running. */
export function bootSequence(machine: Machine, list: ServiceList, machineType: () => Promise<string>): Sequence {
	const { services } = machine;
	return sequence('boot', [
		phase(
			'ephemeral',
			task('mountEphemeralPartition', async () => void (await mkdir('/var/lib', { recursive: true }))),
		),
		phase(
			'startEverything',
			task('startAllServices', async (context) => {
				const started = list.forType(await machineType()).map((service) => services.start(service));
				await services.untilUp(context, ['machined', 'containerd', 'apid', ...started.map(({ id }) => id)]);
			}),
		),
	]);
}

export function rebootSequence(machine: Machine): Sequence {
	return sequence('reboot', [...stopping(machine), ...ending(machine, 'reboot')]);
}

/** Nothing but the end. */
export function forcedRebootSequence(machine: Machine): Sequence {
	return sequence('reboot', [phase('reboot', endTask(machine, 'reboot'))]);
}

export function shutdownSequence(machine: Machine): Sequence {
	return sequence('shutdown', [...stopping(machine), ...ending(machine, 'shutdown')]);
}

export interface ResetOptions {
	/** Leave the etcd cluster first, and fail when that does not work. */
	readonly graceful: boolean;
	readonly reboot: boolean;
	/** STATE, EPHEMERAL or both. */
	readonly volumes: readonly string[];
}

export function resetSequence(machine: Machine, { graceful, reboot, volumes }: ResetOptions): Sequence {
	const leave = phase(
		'leave',
		task('leaveEtcd', async ({ signal }) => {
			if (machine.services.find('etcd')?.up === true) await leaveEtcd(machine, AbortSignal.any([signal, AbortSignal.timeout(leaveTime)]));
		}),
	);
	const wipe = phase(
		'reset',
		task('resetSystemDiskPartitions', async () => void (await Promise.all(volumes.map(wipeVolume)))),
	);
	return sequence('reset', [
		...(graceful ? [leave] : []),
		...stopping(machine),
		stopEverything(machine),
		wipe,
		phase('reboot', endTask(machine, reboot ? 'reboot' : 'shutdown')),
	]);
}

/** Services that are the machine's own go last. */
const systemServices = ['apid', 'machined', 'containerd', 'cri'];

function stopping({ services }: Machine): readonly Phase[] {
	return [
		phase(
			'stopServices',
			task('stopAllServices', async ({ log }) => {
				await services.stop(services.all.map(({ id }) => id).filter((id) => !systemServices.includes(id))).catch((error: unknown) => {
					log('warn', 'a service did not stop', { error: messageOf(error) });
				});
			}),
		),
	];
}

function stopEverything({ services }: Machine): Phase {
	return phase(
		'stopEverything',
		task('stopAllPhaseServices', async (context) => {
			// calls that are open break off with the connection, which clients take for what it is
			const ids = services.all.map(({ id }) => id).filter((id) => id !== 'machined');
			await Promise.race([
				services.stop(ids),
				new Promise((resolve) => withTimeout(context, stopTime).signal.addEventListener('abort', resolve)),
			]);
		}),
	);
}

function ending(machine: Machine, how: 'reboot' | 'shutdown'): readonly Phase[] {
	return [stopEverything(machine), phase(how, endTask(machine, how))];
}

function endTask({ exit }: Machine, how: 'reboot' | 'shutdown'): Task {
	return task(how, async () => {
		exit(how === 'reboot' ? exitReboot : 0);
		// the sequence has no end that anybody could be told
		await new Promise<never>(() => undefined);
	});
}

/** What PID 1 takes for the wish to boot again (os/init.c). */
const exitReboot = 64;
/** Milliseconds for the services to stop, and to leave the etcd cluster (upstream: 5 minutes). */
const stopTime = 20_000;
const leaveTime = 5 * 60_000;

/** Empties a volume; it stays mounted, as the container's creator wants it. */
async function wipeVolume(label: string): Promise<void> {
	const folder = label === 'STATE' ? paths.state : '/var';
	for (const name of await readdir(folder)) if (name !== 'lost+found') await rm(join(folder, name), { recursive: true, force: true });
}

function sequence(name: Sequence['name'], phases: readonly Phase[]): Sequence {
	return { name, phases };
}

function phase(name: string, ...tasks: readonly Task[]): Phase {
	return { name, tasks };
}

function task(name: string, run: Task['run']): Task {
	return { name, run };
}
