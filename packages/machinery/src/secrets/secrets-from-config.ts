import type { MachineConfig } from '../config/document.ts';
import { documentsOf, rootOf } from '../config/documents.ts';
import { ConfigError } from '../config/errors.ts';
import type { DocumentTypes } from '../config/types/kinds.gen.ts';
import type { CertificateAndKey as DocumentPair } from '../config/types/meta/certificate.gen.ts';
import type { PEMCertificateAndKey } from '../config/types/meta/pem.gen.ts';
import type { FreeForm } from '../config/types/scalars.gen.ts';
import type { CertificateAndKey } from '../pki/authority.ts';
import type { Authorities, ClusterSecrets, KubernetesSecrets, SecretsBundle } from './bundle.ts';
import { fromBase64 } from './pem-base64.ts';

/**
 * The secrets that a control plane's configuration holds: what `gen secrets --from-controlplane-config` writes. What the
 * configuration does not hold is missing, so that a worker's gives a bundle that cannot be used.
 *
 * A document wins over the section of the root document that it replaces. Throws ConfigError (`input`) without a root document.
 */
export function secretsFromConfig(config: MachineConfig): SecretsBundle {
	const root = rootOf(config);
	if (!root)
		throw new ConfigError(
			'input',
			'the configuration has no root document (version: v1alpha1), which holds the tokens: use the one that the machine runs',
		);
	return {
		cluster: clusterSecrets(config, root),
		secrets: kubernetesSecrets(config, root),
		trustdInfo: { token: root.machine?.token ?? '' },
		certs: authorities(config, root),
	};
}

type Root = DocumentTypes['v1alpha1'];

function authorities(config: MachineConfig, root: Root): Authorities {
	const kubernetes = documentsOf(config, 'KubeAPIServerCAConfig')[0]?.value;
	const aggregator = documentsOf(config, 'KubeAggregatorCAConfig')[0]?.value;
	const accounts = documentsOf(config, 'KubeServiceAccountConfig')[0]?.value;
	const etcd = fromSection(root.cluster?.etcd?.ca);
	const k8s = kubernetes ? fromDocument(kubernetes.issuingCA) : fromSection(root.cluster?.ca);
	const k8sAggregator = aggregator ? fromDocument(aggregator.issuingCA) : fromSection(root.cluster?.aggregatorCA);
	const key = accounts ? accounts.issuer?.privateKey : root.cluster?.serviceAccount?.key && fromBase64(root.cluster.serviceAccount.key);
	const os = fromSection(root.machine?.ca);
	return {
		...(etcd && { etcd }),
		...(k8s && { k8s }),
		...(k8sAggregator && { k8sAggregator }),
		...(key && { k8sServiceAccount: { key } }),
		...(os && { os }),
	};
}

function clusterSecrets(config: MachineConfig, root: Root): ClusterSecrets {
	const identity = documentsOf(config, 'DiscoveryIdentityConfig')[0]?.value;
	if (identity) return { id: identity.clusterID ?? '', secret: identity.clusterSecret ?? '' };
	return { id: root.cluster?.id ?? '', secret: root.cluster?.secret ?? '' };
}

function kubernetesSecrets(config: MachineConfig, { cluster }: Root): KubernetesSecrets {
	const document = documentsOf(config, 'KubeEtcdEncryptionConfig')[0]?.value;
	const secretbox = (document?.config && secretboxSecret(document.config)) ?? cluster?.secretboxEncryptionSecret;
	return {
		bootstrapToken: bootstrapToken(cluster?.token ?? ''),
		...(cluster?.aescbcEncryptionSecret && { aescbcEncryptionSecret: cluster.aescbcEncryptionSecret }),
		...(secretbox && { secretboxEncryptionSecret: secretbox }),
	};
}

/** A token that has not two parts comes out without either. */
function bootstrapToken(token: string): string {
	return token.split('.').length === 2 ? token : '.';
}

/** The first secretbox key of what encrypts `secrets`, as long as secretbox is its first provider. */
function secretboxSecret(encryption: FreeForm): string | undefined {
	for (const resource of maps(encryption.resources)) {
		if (!Array.isArray(resource.resources) || !resource.resources.includes('secrets')) continue;
		const [provider] = maps(resource.providers);
		const [key] = maps(asMap(provider?.secretbox)?.keys);
		if (key) return typeof key.secret === 'string' ? key.secret : '';
	}
	return undefined;
}

function maps(value: FreeForm[string]): readonly FreeForm[] {
	const items: readonly FreeForm[string][] = Array.isArray(value) ? value : [];
	return items.map(asMap).filter((item) => item !== undefined);
}

function asMap(value: FreeForm[string]): FreeForm | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FreeForm) : undefined;
}

function fromSection(pair: PEMCertificateAndKey | undefined): CertificateAndKey | undefined {
	return pair && { crt: fromBase64(pair.crt ?? ''), key: fromBase64(pair.key ?? '') };
}

function fromDocument(pair: DocumentPair | undefined): CertificateAndKey | undefined {
	return pair && { crt: pair.cert ?? '', key: pair.key ?? '' };
}
