// Generated from model/network/common-probe.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration, Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** What every kind of probe has. */
export interface CommonProbe {
	/**
	 * Time between two attempts.
	 * @default 1s
	 */
	readonly interval?: Duration;
	/**
	 * Failures in a row that are put up with; one more and the probe counts as failed.
	 * @default 0
	 */
	readonly failureThreshold?: Integer;
}

export const commonProbeSchema: StructSchema = {
	name: 'network.CommonProbeConfig',
	fields: [
		{ name: 'interval', type: scalar.duration, omitEmpty: true },
		{ name: 'failureThreshold', type: scalar.int, omitEmpty: true },
	],
};
