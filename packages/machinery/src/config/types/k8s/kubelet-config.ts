import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkComponentImage } from './component.ts';
import { type KubeletConfig, kubeletConfigSchema } from './kubelet-config.gen.ts';
import { protectedKubeletFields } from './kubelet-protected-fields.ts';

/** The kubelet: image, its own configuration, arguments, cluster DNS. */
export const kubeletConfig: DocumentKind<KubeletConfig> = {
	kind: 'KubeletConfig',
	schema: kubeletConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ image, config }, problems, options) {
		checkComponentImage('kubelet', image, problems, options);
		for (const field of protectedKubeletFields(config)) {
			problems.error(['config', field], `kubelet configuration field ${quote(field)} can't be overridden`);
		}
	},
	conflicts(_document, root: RootConfig, problems) {
		if (root.machine?.kubelet) problems.error([], 'kubelet config is already set in v1alpha1 config (.machine.kubelet)');
	},
};
