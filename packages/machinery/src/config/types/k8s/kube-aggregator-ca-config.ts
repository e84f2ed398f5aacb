import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkCertificateAuthority, redactIssuingKey } from './certificate-authority.ts';
import { type KubeAggregatorCAConfig, kubeAggregatorCAConfigSchema } from './kube-aggregator-ca-config.gen.ts';

/** The certificate authority of the front proxy, by which kube-apiserver introduces itself to aggregated APIs. */
export const kubeAggregatorCAConfig: DocumentKind<KubeAggregatorCAConfig> = {
	kind: 'KubeAggregatorCAConfig',
	schema: kubeAggregatorCAConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate(authority, problems) {
		if (!authority.issuingCA) problems.error(['issuingCA'], 'issuing CA is not set');
		checkCertificateAuthority(authority, problems);
	},
	conflicts(_document, root: RootConfig, problems) {
		if (!root.cluster?.aggregatorCA) return;
		problems.error(
			[],
			'kube-apiserver aggregator CA is already set in v1alpha1 config (.cluster.aggregatorCA), ' +
				'please remove it and use the new KubeAggregatorCAConfig document instead',
		);
	},
	redact: redactIssuingKey,
};
