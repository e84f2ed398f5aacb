import { fromBinary } from '@bufbuild/protobuf';
import { Code } from '@ichor/api/common';
import {
	SequenceEvent_Action as Action,
	MachineStatusEventSchema,
	SequenceEventSchema,
	TaskEvent_Action as TaskAction,
	TaskEventSchema,
} from '@ichor/api/machine';
import {
	type MachineStage,
	MachineStatus,
	type MachineStatusSpec,
	MachineType,
	machineStatusId,
	machineTypeId,
	NetworkStatus,
	networkStatusId,
	Service,
	stageNumber,
	TimeStatus,
	timeStatusId,
	type UnmetCondition,
} from '@ichor/machinery/resources';
import { type Controller, equalData, type Reader } from '@ichor/runtime';
import type { EventBus, MachineEvent } from '../../events/event-bus.ts';
import { publish } from '../publish.ts';

/** Where the machine is in its life, by the sequences that it runs, and whether it is ready, by what else is known. */
export function machineStatusController(events: EventBus): Controller {
	return {
		name: 'runtime.MachineStatusController',
		inputs: [
			{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
			{ ...Service.kind, kind: 'weak' },
			{ ...NetworkStatus.kind, id: networkStatusId, kind: 'weak' },
			{ ...TimeStatus.kind, id: timeStatusId, kind: 'weak' },
		],
		outputs: [{ type: MachineStatus.type, kind: 'exclusive' }],
		async run(_, runtime) {
			let stage = 'unknown' as MachineStage;
			let before = stage;
			let told: MachineStatusSpec | undefined;
			const notice = (event: MachineEvent): void => {
				const next = stageAfter(event, before);
				if (next === undefined) return;
				if (!endings.has(next)) before = next;
				stage = next;
				runtime.queueReconcile();
			};
			for (const event of events.past({ tail: -1 })) notice(event);
			const end = events.subscribe(notice);
			try {
				while (await runtime.nextReconcile()) {
					const unmetConditions = stage === 'booting' || stage === 'running' ? await unmet(runtime) : [];
					const spec = { stage, status: { ready: unmetConditions.length === 0, unmetConditions } };
					await publish(runtime, MachineStatus, machineStatusId, spec);
					if (!equalData(spec, told)) {
						events.publish(MachineStatusEventSchema, {
							stage: stageNumber(stage),
							status: { ready: spec.status.ready, unmetConditions: [...unmetConditions] },
						});
					}
					told = spec;
					runtime.resetRestartBackoff();
				}
			} finally {
				end();
			}
		},
	};
}

/**
 * What an event makes of the stage; undefined when it leaves it.
 *
 * @param before the last stage that was no end: an end that fails leads back to it
 */
export function stageAfter({ schema, value }: Pick<MachineEvent, 'schema' | 'value'>, before: MachineStage): MachineStage | undefined {
	if (schema === TaskEventSchema) {
		const { task, action } = fromBinary(TaskEventSchema, value);
		return task === 'runningMaintenance' && action === TaskAction.START ? 'maintenance' : undefined;
	}
	if (schema !== SequenceEventSchema) return undefined;
	const { sequence, action, error } = fromBinary(SequenceEventSchema, value);
	const stage = stages[sequence];
	if (action === Action.START) return stage;
	if (action === Action.NOOP) {
		// one that was refused has changed nothing
		return error?.code !== Code.LOCKED && stage !== undefined && endings.has(stage) ? before : undefined;
	}
	return sequence === 'boot' ? 'running' : undefined;
}

/** What a machine does not come back from, unless it fails. */
const endings: ReadonlySet<MachineStage> = new Set(['rebooting', 'shutting down', 'resetting']);

const stages: Readonly<Record<string, MachineStage>> = {
	initialize: 'booting',
	boot: 'booting',
	install: 'installing',
	reboot: 'rebooting',
	shutdown: 'shutting down',
	reset: 'resetting',
};

async function unmet(reader: Reader): Promise<readonly UnmetCondition[]> {
	const conditions: UnmetCondition[] = [];
	const time = await reader.find(TimeStatus.pointer(timeStatusId));
	if (time?.spec.synced !== true) conditions.push({ name: 'time', reason: 'time is not synced' });
	const network = (await reader.find(NetworkStatus.pointer(networkStatusId)))?.spec;
	const missing = networkParts.filter(([part]) => network?.[part] !== true).map(([, name]) => name);
	if (missing.length > 0) conditions.push({ name: 'network', reason: `waiting on: ${missing.join(', ')}` });
	const services = await serviceProblems(reader);
	if (services.length > 0) conditions.push({ name: 'services', reason: services.join(', ') });
	return conditions;
}

const networkParts = [
	['addressReady', 'address'],
	['connectivityReady', 'connectivity'],
	['etcFilesReady', 'etc-files'],
	['hostnameReady', 'hostname'],
] as const;

/** Services that the machine has for its type and that do not run well. */
async function serviceProblems(reader: Reader): Promise<readonly string[]> {
	const type = (await reader.find(MachineType.pointer(machineTypeId)))?.spec;
	const wanted = type === 'controlplane' || type === 'init' ? ['apid', 'etcd', 'machined', 'trustd'] : ['apid', 'machined'];
	const problems: string[] = [];
	for (const id of wanted) {
		const service = await reader.find(Service.pointer(id));
		if (service === undefined) problems.push(`service "${id}" not registered`);
		else if (!service.spec.running) problems.push(`service "${id}" not running`);
		else if (!service.spec.unknown && !service.spec.healthy) problems.push(`service "${id}" not healthy`);
	}
	return problems;
}
