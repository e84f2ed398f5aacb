import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkComponentImage, checkComponentResources } from './component.ts';
import { type KubeControllerManagerConfig, kubeControllerManagerConfigSchema } from './kube-controller-manager-config.gen.ts';

/** kube-controller-manager: whether it runs, image, arguments, environment, resources. */
export const kubeControllerManagerConfig: DocumentKind<KubeControllerManagerConfig> = {
	kind: 'KubeControllerManagerConfig',
	schema: kubeControllerManagerConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ enabled, image, resources }, problems, options) {
		if (enabled === false) return;
		checkComponentImage('kube-controller-manager', image, problems, options);
		checkComponentResources(resources, problems);
	},
	conflicts(_document, root: RootConfig, problems) {
		const isSet = 'kube-controller-manager config is already set in v1alpha1 config';
		if (root.cluster?.controllerManager) problems.error([], `${isSet} (.cluster.controllerManager)`);
		else if (root.machine?.controlPlane?.controllerManager) problems.error([], `${isSet} (.machine.controlplane.controllerManager)`);
	},
};
