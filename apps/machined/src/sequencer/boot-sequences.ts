import { TaskEvent_Action as TaskAction, TaskEventSchema } from '@ichor/api/machine';
import { shareMounts } from '@ichor/linux/mount';
import { rootOf } from '@ichor/machinery/config';
import { messageOf } from '@ichor/std';
import { activeConfig } from '../boot/configuration.ts';
import { writeUserFiles } from '../boot/user-files.ts';
import type { Machine } from '../machine.ts';
import type { Service } from '../services/service.ts';
import { mountVolume } from '../services/volume-mounts.ts';
import { phase, type Sequence, task } from './sequence.ts';

/** The services of a machine, as the sequences start them. */
export interface ServiceList {
	readonly containerd: Service;
	readonly machined: Service;
	readonly apid: Service;
	/** Of a machine with a configuration. */
	readonly forType: (type: string) => readonly Service[];
}

/** From the start of machined to a configuration: one that is there, or one that somebody hands in. */
export function initializeSequence(machine: Machine, list: ServiceList): Sequence {
	const { services, configuration, events } = machine;
	return {
		name: 'initialize',
		phases: [
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
				task('loadConfig', async (context) => {
					if (await configuration.acquire(context)) return;
					// told as a task inside of the task, which is how clients know the stage
					events.publish(TaskEventSchema, { task: 'runningMaintenance', action: TaskAction.START });
					context.log('info', 'entering maintenance service');
					await configuration.untilComplete(context);
					context.log('info', 'leaving maintenance service');
					events.publish(TaskEventSchema, { task: 'runningMaintenance', action: TaskAction.STOP });
				}),
			),
		],
	};
}

/** What everything else that outlives a reboot is below. */
const ephemeral = { id: 'EPHEMERAL', volumeID: 'EPHEMERAL', requester: 'sequencer', secure: true };

/** A container node has nothing to install; clients still see the sequence. */
export function installSequence(): Sequence {
	return { name: 'install', phases: [] };
}

/** From a configuration to everything running. What a container has from its host is passed over, as upstream does, and says so. */
export function bootSequence(machine: Machine, list: ServiceList, machineType: () => Promise<string>): Sequence {
	const { services, state } = machine;
	const skipped = (name: string, why: string) => task(name, async ({ log }) => log('info', why));
	return {
		name: 'boot',
		phases: [
			phase('memorySizeCheck', skipped('memorySizeCheck', 'skipping memory size check in the container')),
			phase('diskSizeCheck', skipped('diskSizeCheck', 'skipping disk size check in the container')),
			phase(
				'env',
				task('setUserEnvVars', async () => {
					const config = await activeConfig(state);
					Object.assign(process.env, config === undefined ? {} : rootOf(config)?.machine?.env);
				}),
			),
			phase(
				'sharedFilesystems',
				// pods, and the kubelet in its container, mount volumes for each other
				task('setupSharedFilesystems', async () => shareMounts(['/', '/var', '/etc/cni', '/run', '/system'])),
			),
			phase(
				'ephemeral',
				task('mountEphemeralPartition', async (context) => await mountVolume(context, state, ephemeral)),
			),
			phase(
				'userSetup',
				task('writeUserFiles', async (context) => {
					const config = await activeConfig(state);
					if (config === undefined) return;
					await writeUserFiles(context, config).catch((error: unknown) => {
						// a machine without one of its files can be reached, and repaired
						context.log('error', 'a file of the configuration cannot be written', { error: messageOf(error) });
					});
				}),
			),
			phase(
				'startEverything',
				task('startAllServices', async (context) => {
					const started = list.forType(await machineType()).map((service) => services.start(service));
					const ids = ['machined', 'containerd', 'apid', ...started.map(({ id }) => id)].sort();
					context.log('info', `waiting for ${ids.length} services`);
					await services.untilUp(context, ids);
				}),
			),
		],
	};
}
