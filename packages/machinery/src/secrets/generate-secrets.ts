import { type CertificateAndKey, createAuthority } from '../pki/authority.ts';
import { encodeBase64 } from '../pki/base64.ts';
import { generateKeyPair } from '../pki/key-pair.ts';
import type { KeyFamily } from '../pki/key-type.ts';
import { encodePrivateKey } from '../pki/private-key.ts';
import type { TalosContract } from '../versions/contract.ts';
import { hasFeature } from '../versions/contract-feature.ts';
import { authorityLifetime, defaultContract } from '../versions/defaults.ts';
import type { Authorities, ClusterSecrets, KubernetesSecrets, SecretsBundle } from './bundle.ts';

export interface SecretsOptions {
	readonly contract?: TalosContract;
	/** From when the authorities are valid. */
	readonly now: Date;
	/** What is there already: it is kept, and only what is missing is made. */
	readonly given?: SecretsBundle;
}

/**
 * Makes the secrets of a new cluster, or what `given` lacks.
 *
 * The RSA key of the service accounts takes nearly all of the time: 0.3 to 2 seconds.
 */
export async function generateSecrets({ contract = defaultContract, now, given = {} }: SecretsOptions): Promise<SecretsBundle> {
	const kubernetes = contract.withoutKubernetes ? (given.secrets ?? { bootstrapToken: '' }) : kubernetesSecrets(contract, given.secrets);
	return {
		cluster: clusterSecrets(contract, given.cluster),
		secrets: kubernetes,
		trustdInfo: { token: given.trustdInfo?.token || randomToken() },
		certs: await authorities(contract, now, given.certs ?? {}),
	};
}

async function authorities(contract: TalosContract, now: Date, given: Authorities): Promise<Authorities> {
	const create = (family: KeyFamily, organization: readonly string[]) =>
		createAuthority({ family, subject: { organization }, notBefore: now, notAfter: new Date(now.getTime() + authorityLifetime) });
	const withKubernetes = <T>(existing: T | undefined, make: () => Promise<T>) =>
		existing ?? (contract.withoutKubernetes ? undefined : make());
	const [etcd, k8s, k8sAggregator, k8sServiceAccount, os] = await Promise.all([
		given.etcd ?? (contract.withoutEtcd ? undefined : create('ecdsa', ['etcd'])),
		withKubernetes(given.k8s, () => create('ecdsa', ['kubernetes'])),
		withKubernetes<CertificateAndKey>(given.k8sAggregator, () => create('ecdsa', [])),
		withKubernetes(given.k8sServiceAccount, () => serviceAccountKey(contract)),
		given.os ?? create('ed25519', ['talos']),
	]);
	return {
		...(etcd && { etcd }),
		...(k8s && { k8s }),
		...(k8sAggregator && { k8sAggregator }),
		...(k8sServiceAccount && { k8sServiceAccount }),
		os,
	};
}

async function serviceAccountKey(contract: TalosContract): Promise<{ readonly key: string }> {
	const { privateKey } = await generateKeyPair(hasFeature(contract, 'useRSAServiceAccountKey') ? 'rsa' : 'ecdsa');
	return { key: encodePrivateKey(privateKey) };
}

function kubernetesSecrets(contract: TalosContract, given: KubernetesSecrets | undefined): KubernetesSecrets {
	const encryption = hasFeature(contract, 'secretboxEncryptionSupported') ? 'secretboxEncryptionSecret' : 'aescbcEncryptionSecret';
	return {
		...given,
		bootstrapToken: given?.bootstrapToken || randomToken(),
		[encryption]: given?.[encryption] || encodeBase64(randomBytes(32)),
	};
}

function clusterSecrets(contract: TalosContract, given: ClusterSecrets | undefined): ClusterSecrets {
	return {
		id: given?.id || clusterId(contract),
		secret: given?.secret || encodeBase64(randomBytes(32)),
	};
}

/** Up to 1.13 the alphabet was the one for URLs; every version reads both. */
function clusterId(contract: TalosContract): string {
	const id = encodeBase64(randomBytes(32));
	return hasFeature(contract, 'discoveryIdentityMultidocConfig') ? id : id.replaceAll('+', '-').replaceAll('/', '_');
}

/** A token as kubeadm has it: 6 and 16 characters of 36, without bias. */
function randomToken(): string {
	return `${randomCharacters(6)}.${randomCharacters(16)}`;
}

function randomCharacters(length: number): string {
	const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
	// the last bytes that would make the first characters more likely than the others are drawn again
	const unbiased = 256 - (256 % alphabet.length);
	let text = '';
	while (text.length < length) {
		for (const byte of randomBytes(length - text.length)) if (byte < unbiased) text += alphabet[byte % alphabet.length];
	}
	return text;
}

function randomBytes(length: number): Uint8Array {
	return crypto.getRandomValues(new Uint8Array(length));
}
