import { fromBinary } from '@bufbuild/protobuf';
import { Code } from '@ichor/api/common';
import {
	SequenceEvent_Action as Action,
	MachineStatusEventSchema,
	SequenceEventSchema,
	TaskEvent_Action as TaskAction,
	TaskEventSchema,
} from '@ichor/api/machine';
import { type MachineStage, MachineStatus, type MachineStatusSpec, machineStatusId, stageNumber } from '@ichor/machinery/resources';
import { type Controller, equalData } from '@ichor/runtime';
import type { EventBus, MachineEvent } from '../../events/event-bus.ts';
import { publish } from '../publish.ts';
import { ServiceWords } from './causes.ts';
import { readinessInputs, unmetConditionsOf } from './readiness.ts';

/** Where the machine is in its life, by the sequences that it runs, and whether it is ready, by what else is known. */
export function machineStatusController(events: EventBus): Controller {
	return {
		name: 'runtime.MachineStatusController',
		inputs: readinessInputs,
		outputs: [{ type: MachineStatus.type, kind: 'exclusive' }],
		async run(_, runtime) {
			let stage = 'unknown' as MachineStage;
			let before = stage;
			let told: MachineStatusSpec | undefined;
			const words = new ServiceWords();
			// certificates grow old by themselves
			const timer = setInterval(() => runtime.queueReconcile(), lookAgain).unref();
			const notice = (event: MachineEvent): void => {
				if (words.notice(event)) runtime.queueReconcile();
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
					const unmetConditions = stage === 'booting' || stage === 'running' ? await unmetConditionsOf(runtime, words) : [];
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
				clearInterval(timer);
				end();
			}
		},
	};
}

/** Milliseconds. */
const lookAgain = 3_600_000;

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
