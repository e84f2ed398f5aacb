import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkComponentResources } from './component.ts';
import { type KubeFlannelCNIConfig, kubeFlannelCNIConfigSchema } from './kube-flannel-cni-config.gen.ts';

/** The network between pods by flannel, which runs when this document is there. */
export const kubeFlannelCNIConfig: DocumentKind<KubeFlannelCNIConfig> = {
	kind: 'KubeFlannelCNIConfig',
	schema: kubeFlannelCNIConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ backendType, resources }, problems) {
		if (!backendType) problems.error(['backendType'], 'flannel backend type must be specified');
		checkComponentResources(resources, problems);
	},
	conflicts(_document, root: RootConfig, problems) {
		if (!root.cluster?.network) return;
		problems.error(
			[],
			"cluster network config in v1alpha1 config (.machine.cluster.network) can't be used with KubeFlannelCNIConfig document, " +
				'please remove it to avoid conflicts',
		);
	},
};
