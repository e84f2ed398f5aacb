// Generated from model/runtime/oom-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { CELExpression, Duration } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Tunes what happens when the machine runs out of memory.
 * The system watches memory pressure and kills the least important container before the kernel would kill a random
 * process. Change the expressions only with measurements at hand.
 */
export interface OOMConfig extends DocumentMeta {
	/**
	 * A CEL expression that is true when something must be killed.
	 * Knows the pressure values `memory_some_avg10` to `memory_full_total`, the same per class of service with the prefix
	 * `qos_`, their changes with `d_`, and `time_since_trigger`. Repeat it in every patch of the document: a patch without
	 * it erases it.
	 */
	readonly triggerExpression?: CELExpression;
	/**
	 * A CEL expression that gives each cgroup a number; the highest is killed first.
	 * Knows `memory_max`, `memory_current` and `memory_peak` in bytes, each perhaps absent, `path`, and `class` with the
	 * constants `Besteffort`, `Burstable`, `Guaranteed`, `Podruntime`, `System`. The result is a double. Repeat it in
	 * every patch of the document: a patch without it erases it.
	 */
	readonly cgroupRankingExpression?: CELExpression;
	/**
	 * Kills in the least important class first, whatever the numbers are.
	 * The ranking then only decides within a class. `false` leaves the decision to the ranking alone.
	 * @default true
	 */
	readonly strictCgroupClassOrdering?: boolean;
	/**
	 * Time between two looks at the memory pressure.
	 * Shorter reacts faster and costs more CPU.
	 * @default 500ms
	 */
	readonly sampleInterval?: Duration;
}

export const oomConfigSchema: StructSchema = {
	name: 'runtime.OOMV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'triggerExpression', type: scalar.celExpression, omitEmpty: true },
		{ name: 'cgroupRankingExpression', type: scalar.celExpression, omitEmpty: true },
		{ name: 'strictCgroupClassOrdering', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'sampleInterval', type: scalar.duration, omitEmpty: true },
	],
};
