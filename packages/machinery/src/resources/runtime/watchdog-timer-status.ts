import { WatchdogTimerStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { duration, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A watchdog that is being fed. */
export const WatchdogTimerStatus = defineResource({
	type: 'WatchdogTimerStatuses.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Device', jsonPath: '{.device}' },
		{ name: 'Timeout', jsonPath: '{.timeout}' },
	],
	codec: specCodec(WatchdogTimerStatusSpecSchema, {
		device: text,
		timeout: duration,
		feedInterval: duration,
	}),
});

export type WatchdogTimerStatusSpec = SpecOf<typeof WatchdogTimerStatus>;
