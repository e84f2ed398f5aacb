import { documentsOf, rootOf } from '@ichor/machinery/config';
import { clusterNetwork, controllerManager } from '@ichor/machinery/effective';
import { ControllerManagerConfig, controllerManagerConfigId } from '@ichor/machinery/resources';
import { argumentMapOf, resourcesOf, volumesOf } from './component-fields.ts';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { nodeMaskArguments } from './node-mask-arguments.ts';

/** How the controller manager is to run. */
export const controllerManagerConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneControllerManagerController',
	type: ControllerManagerConfig,
	id: controllerManagerConfigId,
	spec(config) {
		const manager = controllerManager(config);
		const network = clusterNetwork(config);
		if (manager === undefined) return undefined;
		// what the root document cannot say is left to the controller manager
		const said = network !== undefined && documentsOf(config, 'KubeNetworkConfig').length > 0;
		return {
			enabled: manager.enabled,
			image: manager.image,
			cloudProvider: rootOf(config)?.cluster?.externalCloudProvider?.enabled === true ? 'external' : '',
			podCIDRs: network?.podSubnets ?? [],
			serviceCIDRs: network?.serviceSubnets ?? [],
			extraArgs: { ...(said ? nodeMaskArguments(network, argumentMapOf(manager.extraArgs)) : {}), ...argumentMapOf(manager.extraArgs) },
			extraVolumes: volumesOf(manager.extraVolumes),
			environmentVariables: Object.fromEntries(manager.env),
			resources: resourcesOf(manager.resources),
		};
	},
});
