import { AdjtimeStatusSpecSchema } from '@ichor/api/resource/definitions/time';
import { defineResource } from '@ichor/runtime';
import { duration, flag, real, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** How the kernel disciplines the clock: adjtimex(2). */
export const AdjtimeStatus = defineResource({
	type: 'AdjtimeStatuses.v1alpha1.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Offset', jsonPath: '{.offset}' },
		{ name: 'EstError', jsonPath: '{.estError}' },
		{ name: 'MaxError', jsonPath: '{.maxError}' },
		{ name: 'Status', jsonPath: '{.status}' },
		{ name: 'Sync', jsonPath: '{.syncStatus}' },
	],
	codec: specCodec(AdjtimeStatusSpecSchema, {
		offset: duration,
		frequencyAdjustmentRatio: real,
		maxError: duration,
		estError: duration,
		status: text,
		constant: whole,
		syncStatus: flag,
		state: text,
	}),
});

export type AdjtimeStatusSpec = SpecOf<typeof AdjtimeStatus>;

export const adjtimeStatusId = 'node';
