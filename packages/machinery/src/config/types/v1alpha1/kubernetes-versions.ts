import {
	defaultKubernetesVersion,
	kubeAPIServerImage,
	kubeControllerManagerImage,
	kubeletImage,
	kubeSchedulerImage,
} from '../../../versions/defaults.ts';
import type { Problems, ValidationOptions } from '../../document.ts';
import { kubernetesImageProblem } from '../k8s/kubernetes-image.ts';
import type { RootConfig } from './root.gen.ts';

/** On the node: the components that this machine runs have a version that goes with it. */
export function checkKubernetesVersions(root: RootConfig, onControlPlane: boolean, problems: Problems, options: ValidationOptions): void {
	const check = (component: string, image: string | undefined, repository: string, section: readonly string[]) => {
		const problem = kubernetesImageProblem(image || `${repository}:v${defaultKubernetesVersion}`, options);
		if (problem !== undefined) problems.error([...section, 'image'], `${component} image is not valid: ${problem}`);
	};
	const { machine, cluster } = root;
	if (machine?.kubelet) check('kubelet', machine.kubelet.image, kubeletImage, ['machine', 'kubelet']);
	if (!cluster || !onControlPlane) return;
	check('kube-apiserver', cluster.apiServer?.image, kubeAPIServerImage, ['cluster', 'apiServer']);
	check('kube-controller-manager', cluster.controllerManager?.image, kubeControllerManagerImage, ['cluster', 'controllerManager']);
	check('kube-scheduler', cluster.scheduler?.image, kubeSchedulerImage, ['cluster', 'scheduler']);
}
