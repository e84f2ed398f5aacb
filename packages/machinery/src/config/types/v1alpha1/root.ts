import type { DocumentKind } from '../../document.ts';
import { ProblemList, within } from '../../problems.ts';
import { checkCluster } from './cluster.ts';
import { checkMachine } from './machine.ts';
import { isControlPlane, parseMachineType } from './machine-type.ts';
import { type RootConfig, rootConfigSchema } from './root.gen.ts';

/** The root document, from before there were kinds: the machine, the cluster, and what is not a document of its own yet. */
export const rootConfig: DocumentKind<RootConfig> = {
	kind: 'v1alpha1',
	schema: rootConfigSchema,
	since: 'v0.1',
	named: false,
	controlPlaneOnly: false,
	validate(root, problems, options) {
		if (!root.machine) return problems.error(['machine'], 'machine instructions are required');
		const found = new ProblemList();
		const type = parseMachineType(root.machine.type ?? '');
		checkCluster(root.cluster, isControlPlane(type), within(found, 'cluster'));
		checkMachine(root, root.machine, type, found, options);
		for (const { path, message } of found.errors) problems.error(path, message);
		for (const { path, message } of found.warnings) {
			if (options.strict) problems.error(path, `warning: ${message}`);
			else problems.warning(path, message);
		}
	},
};
