import { MachineStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { choice, flag, list, record, type SpecOf, specCodec, text } from '../spec/index.ts';

/** With their numbers on the wire. */
const stages = {
	unknown: 0,
	booting: 1,
	installing: 2,
	maintenance: 3,
	running: 4,
	rebooting: 5,
	'shutting down': 6,
	resetting: 7,
	upgrading: 8,
} as const;

export type MachineStage = keyof typeof stages;

/** The number of a stage, for messages that are no specs. */
export function stageNumber(stage: MachineStage): (typeof stages)[MachineStage] {
	return stages[stage];
}

const unmetCondition = {
	name: text,
	reason: text,
};

/** Where the machine is in its life, and what keeps it from being ready. */
export const MachineStatus = defineResource({
	type: 'MachineStatuses.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Stage', jsonPath: '{.stage}' },
		{ name: 'Ready', jsonPath: '{.status.ready}' },
	],
	codec: specCodec(MachineStatusSpecSchema, {
		stage: choice(stages),
		status: record({ ready: flag, unmetConditions: list(record(unmetCondition)) }),
	}),
});

export type MachineStatusSpec = SpecOf<typeof MachineStatus>;

export type UnmetCondition = MachineStatusSpec['status']['unmetConditions'][number];

export const machineStatusId = 'machine';
