import { StatusSpecSchema } from '@ichor/api/resource/definitions/time';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

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
	codec: messageCodec(
		StatusSpecSchema,
		({ synced, epoch, syncDisabled }) => ({ synced, epoch: BigInt(epoch), syncDisabled }),
		({ synced, epoch, syncDisabled }) => ({ synced, epoch: Number(epoch), syncDisabled }),
	),
});

export const timeStatusId = 'node';
