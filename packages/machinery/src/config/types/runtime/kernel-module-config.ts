import type { DocumentKind } from '../../document.ts';
import { type KernelModuleConfig, kernelModuleConfigSchema } from './kernel-module-config.gen.ts';

/** A module that the kernel loads at boot. */
export const kernelModuleConfig: DocumentKind<KernelModuleConfig> = {
	kind: 'KernelModuleConfig',
	schema: kernelModuleConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name }, problems) {
		if ((name ?? '') === '') problems.error(['name'], 'name is required');
	},
};
