import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkCertificateAuthority, redactIssuingKey } from './certificate-authority.ts';
import { type KubeAPIServerCAConfig, kubeAPIServerCAConfigSchema } from './kube-api-server-ca-config.gen.ts';

/** The certificate authority of the Kubernetes cluster: issuing on a control plane machine, accepted on a worker. */
export const kubeAPIServerCAConfig: DocumentKind<KubeAPIServerCAConfig> = {
	kind: 'KubeAPIServerCAConfig',
	schema: kubeAPIServerCAConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate: checkCertificateAuthority,
	conflicts(_document, root: RootConfig, problems) {
		if (root.cluster?.ca) problems.error([], 'kube-apiserver CA is already set in v1alpha1 config (.cluster.ca)');
	},
	redact: redactIssuingKey,
};
