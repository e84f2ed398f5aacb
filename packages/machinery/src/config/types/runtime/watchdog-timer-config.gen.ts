// Generated from model/runtime/watchdog-timer-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/** Lets a hardware timer reset the machine when the system hangs. */
export interface WatchdogTimerConfig extends DocumentMeta {
	/** Path of the timer's device. */
	readonly device?: string;
	/**
	 * Silence after which the machine is reset; at least 10 seconds.
	 * @default 1m
	 */
	readonly timeout?: Duration;
}

export const watchdogTimerConfigSchema: StructSchema = {
	name: 'runtime.WatchdogTimerV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'device', type: scalar.string },
		{ name: 'timeout', type: scalar.duration, omitEmpty: true },
	],
};
