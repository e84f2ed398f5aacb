import { StatusSpecSchema } from '@ichor/api/resource/definitions/time';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { flag, specCodec, whole } from '../spec/index.ts';

/** Whether the clock can be trusted. */
export interface TimeStatusSpec {
	readonly synced: boolean;
	/** Grows with every jump of the clock. */
	readonly epoch: number;
	/** The clock is somebody else's business. */
	readonly syncDisabled: boolean;
}

export const TimeStatus: ResourceType<TimeStatusSpec> = defineResource({
	type: 'TimeStatuses.v1alpha1.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Synced', jsonPath: '{.synced}' }],
	codec: specCodec(StatusSpecSchema, { synced: flag, epoch: whole, syncDisabled: flag }),
});

export const timeStatusId = 'node';
