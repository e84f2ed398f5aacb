import type { Problems } from '../../document.ts';
import { endpointProblem } from '../../endpoint.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import type { ClusterSection } from './cluster.gen.ts';
import { checkAPIServer, checkPodResources } from './cluster-components.ts';
import { checkDiscovery } from './cluster-discovery.ts';
import { checkEtcd } from './cluster-etcd.ts';
import { checkExternalCloudProvider, checkInlineManifests } from './cluster-manifests.ts';
import { isDNSName } from './dns-name.ts';

/** The rules of the cluster section. They stand in the order of upstream's report. */
export function checkCluster(cluster: ClusterSection | undefined, onControlPlane: boolean, problems: Problems): void {
	if (!cluster) return problems.error([], 'cluster instructions are required');
	const { controlPlane, network, externalCloudProvider, etcd, ca } = cluster;
	if (controlPlane) {
		const path = ['controlPlane', 'endpoint'];
		if (controlPlane.endpoint === undefined) return problems.error(path, 'cluster controlplane endpoint is required');
		const problem = endpointProblem(controlPlane.endpoint);
		if (problem !== undefined) problems.error(path, `invalid controlplane endpoint: ${problem}`);
	}
	if (network?.dnsDomain && !isDNSName(network.dnsDomain)) {
		problems.error(['network', 'dnsDomain'], `${quote(network.dnsDomain)} is not a valid DNS name`);
	}
	if (externalCloudProvider) checkExternalCloudProvider(externalCloudProvider, within(problems, 'externalCloudProvider'));
	if (etcd && onControlPlane) checkEtcd(etcd, within(problems, 'etcd'));
	if (etcd && !onControlPlane) problems.error(['etcd'], 'etcd config is only allowed on control plane machines');
	if (ca?.key && !onControlPlane) {
		problems.error(['ca', 'key'], 'cluster CA key is not allowed on non-controlplane nodes (.cluster.ca)');
	}
	checkInlineManifests(cluster.inlineManifests ?? [], within(problems, 'inlineManifests'));
	checkDiscovery(cluster, problems);
	if (cluster.apiServer) checkAPIServer(cluster.apiServer, within(problems, 'apiServer'));
	checkPodResources('controller-manager', cluster.controllerManager?.resources, within(problems, 'controllerManager'));
	checkPodResources('scheduler', cluster.scheduler?.resources, within(problems, 'scheduler'));
}
