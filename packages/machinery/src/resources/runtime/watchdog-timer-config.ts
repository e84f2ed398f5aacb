import { WatchdogTimerConfigSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { duration, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The watchdog that is to restart a machine that hangs. */
export const WatchdogTimerConfig = defineResource({
	type: 'WatchdogTimerConfigs.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Device', jsonPath: '{.device}' },
		{ name: 'Timeout', jsonPath: '{.timeout}' },
	],
	codec: specCodec(WatchdogTimerConfigSpecSchema, {
		device: text,
		timeout: duration,
	}),
});

export type WatchdogTimerConfigSpec = SpecOf<typeof WatchdogTimerConfig>;

export const watchdogTimerConfigId = 'timer';
