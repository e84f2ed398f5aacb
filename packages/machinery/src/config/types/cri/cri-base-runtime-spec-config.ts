import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type CRIBaseRuntimeSpecConfig, criBaseRuntimeSpecConfigSchema } from './cri-base-runtime-spec-config.gen.ts';
import { runtimeSpecProblem } from './runtime-spec.ts';

/** Changes to the OCI runtime specification that every container of the CRI starts from. */
export const criBaseRuntimeSpecConfig: DocumentKind<CRIBaseRuntimeSpecConfig> = {
	kind: 'CRIBaseRuntimeSpecConfig',
	schema: criBaseRuntimeSpecConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ overrides }, problems) {
		const problem = overrides === undefined ? undefined : runtimeSpecProblem(overrides);
		if (problem !== undefined) problems.error(['overrides'], `failed to unmarshal base runtime spec overrides: ${problem}`);
	},
	conflicts(_, root: RootConfig, problems) {
		if (Object.keys(root.machine?.baseRuntimeSpecOverrides ?? {}).length === 0) return;
		problems.error([], 'base runtime spec overrides are already set in v1alpha1 config');
	},
};
