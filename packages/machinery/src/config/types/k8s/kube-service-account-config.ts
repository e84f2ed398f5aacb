import { decodePrivateKey } from '../../../pki/private-key.ts';
import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { pkiProblem } from './certificate-authority.ts';
import { type KubeServiceAccountConfig, kubeServiceAccountConfigSchema } from './kube-service-account-config.gen.ts';

/** The key that signs the tokens of service accounts, and whose tokens are accepted besides. */
export const kubeServiceAccountConfig: DocumentKind<KubeServiceAccountConfig> = {
	kind: 'KubeServiceAccountConfig',
	schema: kubeServiceAccountConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ issuer: { privateKey, issuerURL } = {} }, problems) {
		const problem = privateKey ? keyProblem(privateKey) : undefined;
		if (!privateKey) problems.error(['issuer', 'privateKey'], 'service issuer private key is required');
		else if (problem !== undefined) problems.error(['issuer', 'privateKey'], `service issuer private key is invalid: ${problem}`);
		if (!issuerURL) problems.error(['issuer', 'issuerURL'], 'service issuer URL is required');
	},
	conflicts(_document, root: RootConfig, problems) {
		if (root.cluster?.serviceAccount) problems.error([], 'service account is already set in v1alpha1 config (.cluster.serviceAccount)');
	},
};

/** Here, upstream writes the message about a foreign PEM block without its colon. */
function keyProblem(privateKey: string): string | undefined {
	return pkiProblem(() => decodePrivateKey(privateKey))?.replace(/^unsupported key type: /, 'unsupported key type ');
}
