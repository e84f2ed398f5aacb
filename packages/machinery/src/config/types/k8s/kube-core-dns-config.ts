import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeCoreDNSConfig, kubeCoreDNSConfigSchema } from './kube-core-dns-config.gen.ts';

/** CoreDNS: whether it runs, and its image. */
export const kubeCoreDNSConfig: DocumentKind<KubeCoreDNSConfig> = {
	kind: 'KubeCoreDNSConfig',
	schema: kubeCoreDNSConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	conflicts(_document, root: RootConfig, problems) {
		if (root.cluster?.coreDNS) problems.error([], 'CoreDNS config is already set in v1alpha1 config (.cluster.coreDNS)');
	},
};
