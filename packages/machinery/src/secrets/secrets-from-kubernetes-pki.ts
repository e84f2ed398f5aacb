import type { CertificateAndKey } from '../pki/authority.ts';
import { decodeCertificate } from '../pki/certificate.ts';
import { decodePrivateKey } from '../pki/private-key.ts';
import type { TalosContract } from '../versions/contract.ts';
import type { SecretsBundle } from './bundle.ts';
import { generateSecrets } from './generate-secrets.ts';

export interface KubernetesPkiOptions {
	/** Reads a file of the PKI folder by its path inside of it: `etcd/ca.crt`. What it throws is passed on. */
	readonly readFile: (path: string) => Promise<string>;
	/** The token that kubeadm gave out; a new one is made without it. */
	readonly bootstrapToken?: string;
	readonly contract?: TalosContract;
	readonly now: Date;
}

/**
 * Takes over the authorities of a cluster that kubeadm made (`/etc/kubernetes/pki`) and makes the other secrets.
 *
 * Throws PkiError when a file does not hold what its name says.
 */
export async function secretsFromKubernetesPki({
	readFile,
	bootstrapToken = '',
	contract,
	now,
}: KubernetesPkiOptions): Promise<SecretsBundle> {
	const authority = async (name: string): Promise<CertificateAndKey> => {
		const pair = { crt: await readFile(`${name}.crt`), key: await readFile(`${name}.key`) };
		decodePrivateKey(pair.key);
		decodeCertificate(pair.crt);
		return pair;
	};
	const k8s = await authority('ca');
	const etcd = await authority('etcd/ca');
	const k8sAggregator = await authority('front-proxy-ca');
	const key = await readFile('sa.key');
	decodePrivateKey(key);
	const given: SecretsBundle = { secrets: { bootstrapToken }, certs: { etcd, k8s, k8sAggregator, k8sServiceAccount: { key } } };
	return generateSecrets({ now, given, ...(contract && { contract }) });
}
