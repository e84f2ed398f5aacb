import { oomRankingEnvironment, oomTriggerEnvironment } from '../../../cel/environments.ts';
import { celProblem } from '../../../cel/expression.ts';
import type { DocumentKind } from '../../document.ts';
import { parseDuration } from '../../scalars/duration.ts';
import { type OOMConfig, oomConfigSchema } from './oom-config.gen.ts';

/** When the machine runs short of memory, and what it ends then. */
export const oomConfig: DocumentKind<OOMConfig> = {
	kind: 'OOMConfig',
	schema: oomConfigSchema,
	since: 'v1.12',
	named: false,
	controlPlaneOnly: false,
	validate({ triggerExpression = '', cgroupRankingExpression = '', sampleInterval }, problems) {
		const trigger = triggerExpression === '' ? undefined : celProblem(triggerExpression, oomTriggerEnvironment, 'bool');
		if (trigger !== undefined) problems.error(['triggerExpression'], `OOM trigger expression is invalid: ${trigger}`);
		const ranking = cgroupRankingExpression === '' ? undefined : celProblem(cgroupRankingExpression, oomRankingEnvironment, 'double');
		if (ranking !== undefined) problems.error(['cgroupRankingExpression'], `OOM cgroup scoring expression is invalid: ${ranking}`);
		if (parseDuration(sampleInterval ?? '0') < 0n) problems.error(['sampleInterval'], 'OOM sample interval must be longer than 0');
	},
};
