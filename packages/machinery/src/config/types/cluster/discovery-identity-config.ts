import { decodeBase64 } from '../../../pki/base64.ts';
import type { DocumentKind } from '../../document.ts';
import { base64Problem } from '../../scalars/base64.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type DiscoveryIdentityConfig, discoveryIdentityConfigSchema } from './discovery-identity-config.gen.ts';

/** Who the cluster is to the discovery service, and the key that its members share. */
export const discoveryIdentityConfig: DocumentKind<DiscoveryIdentityConfig> = {
	kind: 'DiscoveryIdentityConfig',
	schema: discoveryIdentityConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate(document, problems) {
		if ((document.clusterID ?? '') === '') return problems.error(['clusterID'], 'clusterID is required');
		const secret = document.clusterSecret ?? '';
		if (secret === '') return problems.error(['clusterSecret'], 'clusterSecret is required');
		const problem = secretProblem(secret);
		if (problem !== undefined) problems.error(['clusterSecret'], `invalid clusterSecret: ${problem}`);
	},
	conflicts(_, root: RootConfig, problems) {
		if ((root.cluster?.id ?? '') === '' && (root.cluster?.secret ?? '') === '') return;
		problems.error([], 'cluster identity is already configured in .cluster.id/.cluster.secret of the v1alpha1 config');
	},
};

/** The secret is the key of AES-256. */
const secretBytes = 32;

/** What keeps a text from being a cluster's secret. Upstream's messages end with the secret, ours with asterisks. */
export function secretProblem(secret: string): string | undefined {
	const problem = base64Problem(secret);
	if (problem !== undefined) return `failed to decode from base64: ******; ${problem}`;
	const length = decodeBase64(secret)?.length ?? 0;
	return length === secretBytes ? undefined : `expected ${secretBytes} bytes, got ${length}: ******`;
}
