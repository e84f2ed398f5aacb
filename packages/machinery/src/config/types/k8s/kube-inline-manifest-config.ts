import type { DocumentKind } from '../../document.ts';
import { type KubeInlineManifestConfig, kubeInlineManifestConfigSchema } from './kube-inline-manifest-config.gen.ts';
import { checkManifestName } from './manifest-name.ts';

/** Objects of Kubernetes that are created when the cluster is bootstrapped. */
export const kubeInlineManifestConfig: DocumentKind<KubeInlineManifestConfig> = {
	kind: 'KubeInlineManifestConfig',
	schema: kubeInlineManifestConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name }, problems) {
		checkManifestName('manifest', name, problems);
	},
};
