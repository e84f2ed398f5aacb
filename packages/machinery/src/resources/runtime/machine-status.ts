import { MachineStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** Where the machine is in its life, and what keeps it from being ready. */
export interface MachineStatusSpec {
	readonly stage: MachineStage;
	readonly status: { readonly ready: boolean; readonly unmetConditions: readonly UnmetCondition[] };
}

export interface UnmetCondition {
	readonly name: string;
	readonly reason: string;
}

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

export function stageNumber(stage: MachineStage): (typeof stages)[MachineStage] {
	return stages[stage];
}

function stageName(number: number): MachineStage {
	const found = Object.entries(stages).find(([, value]) => value === number);
	return (found?.[0] ?? 'unknown') as MachineStage;
}

export const MachineStatus: ResourceType<MachineStatusSpec> = defineResource({
	type: 'MachineStatuses.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Stage', jsonPath: '{.stage}' },
		{ name: 'Ready', jsonPath: '{.status.ready}' },
	],
	codec: messageCodec(
		MachineStatusSpecSchema,
		({ stage, status }) => ({ stage: stageNumber(stage), status: { ready: status.ready, unmetConditions: [...status.unmetConditions] } }),
		({ stage, status }) => ({
			stage: stageName(stage),
			status: {
				ready: status?.ready ?? false,
				unmetConditions: (status?.unmetConditions ?? []).map(({ name, reason }) => ({ name, reason })),
			},
		}),
	),
});

export const machineStatusId = 'machine';
