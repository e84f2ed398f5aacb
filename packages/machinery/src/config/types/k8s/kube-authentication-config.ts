import type { DocumentKind } from '../../document.ts';
import { type KubeAuthenticationConfig, kubeAuthenticationConfigSchema } from './kube-authentication-config.gen.ts';

/** How kube-apiserver authenticates its clients. */
export const kubeAuthenticationConfig: DocumentKind<KubeAuthenticationConfig> = {
	kind: 'KubeAuthenticationConfig',
	schema: kubeAuthenticationConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
};
