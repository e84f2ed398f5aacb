import type { DocumentKind } from '../../document.ts';
import { endpointProblem } from '../../endpoint.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeClusterConfig, kubeClusterConfigSchema } from './kube-cluster-config.gen.ts';

/** The cluster's name, and the address of its API. */
export const kubeClusterConfig: DocumentKind<KubeClusterConfig> = {
	kind: 'KubeClusterConfig',
	schema: kubeClusterConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ clusterName, endpoint }, problems) {
		if (!clusterName) problems.error(['clusterName'], 'clusterName must be specified');
		const problem = endpoint ? endpointProblem(endpoint) : undefined;
		if (!endpoint) problems.error(['endpoint'], 'endpoint must be specified');
		else if (problem !== undefined) problems.error(['endpoint'], `cluster endpoint is invalid: ${problem}`);
	},
	conflicts(_document, { cluster }: RootConfig, problems) {
		const advice = 'Please remove it and use only the new KubeClusterConfig document to avoid conflicts';
		if (cluster?.clusterName) {
			problems.error(['clusterName'], `cluster name is already set in the v1alpha1 config (.cluster.clusterName). ${advice}`);
		} else if (cluster?.controlPlane?.endpoint !== undefined) {
			problems.error(['endpoint'], `cluster endpoint is already set in the v1alpha1 config (.cluster.controlPlane.endpoint). ${advice}`);
		}
	},
};
