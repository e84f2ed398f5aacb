import { talosAPIAccess } from '@ichor/machinery/effective';
import { KubernetesAccessConfig, kubernetesAccessConfigId } from '@ichor/machinery/resources';
import { controlPlaneConfigController } from './control-plane-config.ts';

/** Who in Kubernetes may call the API of the machines. */
export const kubernetesAccessConfigController = controlPlaneConfigController({
	name: 'kubeaccess.ConfigController',
	type: KubernetesAccessConfig,
	id: kubernetesAccessConfigId,
	spec(config) {
		const access = talosAPIAccess(config);
		return {
			enabled: access !== undefined,
			allowedAPIRoles: access?.allowedRoles ?? [],
			allowedKubernetesNamespaces: access?.allowedNamespaces ?? [],
		};
	},
});
