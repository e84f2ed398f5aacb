import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkComponentImage, checkComponentResources } from './component.ts';
import { type KubeSchedulerConfig, kubeSchedulerConfigSchema } from './kube-scheduler-config.gen.ts';

/** kube-scheduler: whether it runs, image, its own configuration, arguments, environment, resources. */
export const kubeSchedulerConfig: DocumentKind<KubeSchedulerConfig> = {
	kind: 'KubeSchedulerConfig',
	schema: kubeSchedulerConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ enabled, image, resources }, problems, options) {
		if (enabled === false) return;
		checkComponentImage('scheduler', image, problems, options);
		checkComponentResources(resources, problems);
	},
	conflicts(_document, root: RootConfig, problems) {
		const isSet = 'kube-scheduler config is already set in v1alpha1 config';
		if (root.cluster?.scheduler) problems.error([], `${isSet} (.cluster.scheduler)`);
		else if (root.machine?.controlPlane?.scheduler) problems.error([], `${isSet} (.machine.controlplane.scheduler)`);
	},
};
