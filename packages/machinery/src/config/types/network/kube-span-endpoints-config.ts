import type { DocumentKind } from '../../document.ts';
import { type KubeSpanEndpointsConfig, kubeSpanEndpointsConfigSchema } from './kube-span-endpoints-config.gen.ts';

/** More addresses under which the other machines of a KubeSpan mesh may reach this one. */
export const kubeSpanEndpointsConfig: DocumentKind<KubeSpanEndpointsConfig> = {
	kind: 'KubeSpanEndpointsConfig',
	schema: kubeSpanEndpointsConfigSchema,
	since: 'v1.8',
	named: false,
	controlPlaneOnly: false,
};
