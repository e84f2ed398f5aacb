import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeCredentialProviderConfig, kubeCredentialProviderConfigSchema } from './kube-credential-provider-config.gen.ts';

/** Where the kubelet gets its credentials for image registries from. */
export const kubeCredentialProviderConfig: DocumentKind<KubeCredentialProviderConfig> = {
	kind: 'KubeCredentialProviderConfig',
	schema: kubeCredentialProviderConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	conflicts(_document, root: RootConfig, problems) {
		if (!root.machine?.kubelet) return;
		problems.error([], 'cannot use KubeCredentialProviderConfig with legacy kubelet configuration (.machine.kubelet)');
	},
};
