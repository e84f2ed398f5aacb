import type { Problems, ValidationOptions } from '../../document.ts';
import { kubernetesImageProblem } from './kubernetes-image.ts';
import type { KubeResources } from './resources.gen.ts';
import { unsupportedResource } from './resources.ts';

/** A component of Kubernetes must have an image, and on the node one that this version of Talos can run. */
export function checkComponentImage(component: string, image: string | undefined, problems: Problems, options: ValidationOptions): void {
	if (!image) return problems.error(['image'], `${component} image cannot be empty`);
	const problem = kubernetesImageProblem(image, options);
	if (problem !== undefined) problems.error(['image'], `${component} image is not valid: ${problem}`);
}

/** Only processor time and memory can be asked for or limited. */
export function checkComponentResources(resources: KubeResources | undefined, problems: Problems): void {
	const unsupported = unsupportedResource(resources);
	if (unsupported) problems.error(['resources', ...unsupported.path], unsupported.message);
}
