import type { Problems } from '../../document.ts';
import { endpointProblem } from '../../endpoint.ts';
import { quote } from '../../quote.ts';
import type { ClusterCNI } from './cluster-network.gen.ts';

/** The network between pods: flannel, manifests from URLs, or none. Each has settings of its own. */
export function checkCNI({ name = '', urls = [], flannel }: ClusterCNI = { name: 'flannel' }, problems: Problems): void {
	const refuseFlannel = () => {
		if (flannel?.extraArgs?.length) {
			problems.error(['flannel', 'extraArgs'], `"flanneldExtraArgs" field should be empty for ${quote(name)} CNI`);
		}
		if (flannel?.kubeNetworkPoliciesEnabled) {
			problems.error(
				['flannel', 'kubeNetworkPoliciesEnabled'],
				`"flannelKubeNetworkPoliciesEnabled" should not be enabled for ${quote(name)} CNI`,
			);
		}
	};
	const refuseURLs = () => {
		if (urls.length > 0) problems.error(['urls'], `"urls" field should be empty for ${quote(name)} CNI`);
	};
	switch (name) {
		case 'flannel':
			return refuseURLs();
		case 'none':
			refuseURLs();
			return refuseFlannel();
		case 'custom':
			if (urls.length === 0) problems.warning(['urls'], `"urls" field should not be empty for ${quote(name)} CNI`);
			refuseFlannel();
			for (const [index, url] of urls.entries()) {
				const problem = endpointProblem(url);
				if (problem !== undefined) problems.error(['urls', index], problem);
			}
			return;
		default:
			problems.error(['name'], 'cni name should be one of ["flannel", "custom", "none"]');
	}
}
