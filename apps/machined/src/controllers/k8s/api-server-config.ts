import { documentsOf, rootOf } from '@ichor/machinery/config';
import { apiServer, authentication, cluster, clusterNetwork, kubernetesNode, serviceAccount } from '@ichor/machinery/effective';
import { APIServerConfig, apiServerConfigId } from '@ichor/machinery/resources';
import { argumentMapOf, resourcesOf, volumesOf } from './component-fields.ts';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { serviceAccountArguments } from './service-account-arguments.ts';

/** How the API server is to run. */
export const apiServerConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneAPIServerController',
	type: APIServerConfig,
	id: apiServerConfigId,
	spec(config) {
		const server = apiServer(config);
		if (server === undefined) return undefined;
		const structured = server.usesAuthenticationConfig && authentication(config) !== undefined;
		return {
			image: server.image,
			cloudProvider: rootOf(config)?.cluster?.externalCloudProvider?.enabled === true ? 'external' : '',
			controlPlaneEndpoint: cluster(config)?.endpoint ?? '',
			etcdServers: [`https://127.0.0.1:${etcdClientPort}`],
			localPort: server.apiPort,
			serviceCIDR: clusterNetwork(config)?.serviceSubnets ?? [],
			extraArgs: {
				...serviceAccountArguments(documentsOf(config, 'KubeServiceAccountConfig').length > 0 ? serviceAccount(config) : undefined),
				...argumentMapOf(server.extraArgs),
			},
			extraVolumes: volumesOf(server.extraVolumes),
			environmentVariables: Object.fromEntries(server.env),
			// a machine that is no node has no pod address that others could reach
			advertisedAddress: kubernetesNode(config)?.skipRegistration === true ? '' : '$(POD_IP)',
			resources: resourcesOf(server.resources),
			// the kubelet probes without a name, which only such a configuration can let in
			...(structured && server.startupProbes ? { startupProbesEnabled: true } : {}),
			...(structured ? { useAuthenticationConfig: true } : {}),
		};
	},
});

const etcdClientPort = 2379;
