import type { CertificateAndKey } from '../pki/authority.ts';

/**
 * Everything secret that a cluster's configurations share: what `gen secrets` writes.
 *
 * Any part may be missing: a file may lack it, and a cluster without Kubernetes needs less. Keys and certificates are PEM;
 * a character is a byte.
 */
export interface SecretsBundle {
	readonly cluster?: ClusterSecrets;
	readonly secrets?: KubernetesSecrets;
	readonly trustdInfo?: TrustdSecrets;
	readonly certs?: Authorities;
}

/** Names the cluster to the discovery service and encrypts what its members tell there. */
export interface ClusterSecrets {
	/** 32 random bytes, base64. */
	readonly id: string;
	/** 32 random bytes, base64 of the standard alphabet: an AES-256 key. */
	readonly secret: string;
}

export interface KubernetesSecrets {
	/** `xxxxxx.yyyyyyyyyyyyyyyy`. */
	readonly bootstrapToken: string;
	/** Encrypts secrets in etcd, base64 of 32 bytes: clusters from before Talos 1.3. */
	readonly aescbcEncryptionSecret?: string;
	/** Encrypts secrets in etcd, base64 of 32 bytes. */
	readonly secretboxEncryptionSecret?: string;
}

export interface TrustdSecrets {
	/** `xxxxxx.yyyyyyyyyyyyyyyy`: what a joining node shows to trustd. */
	readonly token: string;
}

/** The certificate authorities of a cluster and the key of its service accounts. */
export interface Authorities {
	readonly etcd?: CertificateAndKey;
	readonly k8s?: CertificateAndKey;
	readonly k8sAggregator?: CertificateAndKey;
	readonly k8sServiceAccount?: { readonly key: string };
	/** Signs the Talos API's certificates, of nodes and of clients. */
	readonly os?: CertificateAndKey;
}
