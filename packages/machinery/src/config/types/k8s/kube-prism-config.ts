import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubePrismConfig, kubePrismConfigSchema } from './kube-prism-config.gen.ts';

/** A load balancer for the Kubernetes API on every machine, which runs when this document is there. */
export const kubePrismConfig: DocumentKind<KubePrismConfig> = {
	kind: 'KubePrismConfig',
	schema: kubePrismConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ port = 0 }, problems) {
		if (port <= 0 || port > 65535) problems.error(['port'], `invalid port ${port}: must be in range 1-65535`);
	},
	conflicts(_document, root: RootConfig, problems) {
		if (!root.machine?.features?.kubePrism) return;
		problems.error(
			[],
			"KubePrism config in v1alpha1 config (.machine.features.kubePrism) can't be used with KubePrismConfig document, " +
				'please remove it to avoid conflicts',
		);
	},
};
