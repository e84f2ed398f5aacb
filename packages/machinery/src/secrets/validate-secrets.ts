import { messageOf, multiErrorText } from '@ichor/std';
import { ConfigError } from '../config/errors.ts';
import type { CertificateAndKey } from '../pki/authority.ts';
import { decodeCertificate } from '../pki/certificate.ts';
import { decodePrivateKey } from '../pki/private-key.ts';
import type { TalosContract } from '../versions/contract.ts';
import { defaultContract } from '../versions/defaults.ts';
import type { Authorities, SecretsBundle } from './bundle.ts';

/**
 * Judges whether configurations can be generated from a bundle.
 *
 * Throws ConfigError (`input`) that lists everything that is missing or broken, in upstream's words and by the keys of the
 * file; never with a secret.
 */
export function validateSecrets(bundle: SecretsBundle, contract: TalosContract = defaultContract): void {
	const errors = [
		...clusterErrors(bundle),
		...kubernetesErrors(bundle, contract),
		...trustdErrors(bundle),
		...certificateErrors(bundle.certs, contract),
	];
	if (errors.length > 0) throw new ConfigError('input', multiErrorText(errors));
}

function clusterErrors({ cluster }: SecretsBundle): string[] {
	if (!cluster) return ['cluster is required'];
	return [...(cluster.id ? [] : ['cluster.id is required']), ...(cluster.secret ? [] : ['cluster.secret is required'])];
}

function kubernetesErrors({ secrets }: SecretsBundle, contract: TalosContract): string[] {
	if (contract.withoutKubernetes) return [];
	if (!secrets) return ['secrets is required'];
	const errors = secrets.bootstrapToken ? [] : ['secrets.bootstraptoken is required'];
	const given = [secrets.secretboxEncryptionSecret, secrets.aescbcEncryptionSecret].filter(Boolean).length;
	const both = '[secrets.secretboxencryptionsecret, secrets.aescbcencryptionsecret]';
	if (given === 0) errors.push(`one of ${both} is required`);
	if (given === 2) errors.push(`only one of ${both} is allowed`);
	return errors;
}

function trustdErrors({ trustdInfo }: SecretsBundle): string[] {
	if (!trustdInfo) return ['trustdinfo is required'];
	return trustdInfo.token ? [] : ['trustdinfo.token is required'];
}

function certificateErrors(certs: Authorities | undefined, contract: TalosContract): string[] {
	if (!certs) return ['certs is required'];
	return [
		...(contract.withoutEtcd ? [] : authorityErrors('certs.etcd', certs.etcd)),
		...(contract.withoutKubernetes
			? []
			: [
					...authorityErrors('certs.k8s', certs.k8s),
					...authorityErrors('certs.k8saggregator', certs.k8sAggregator),
					...serviceAccountErrors(certs.k8sServiceAccount?.key),
				]),
		...authorityErrors('certs.os', certs.os),
	];
}

function authorityErrors(name: string, authority: CertificateAndKey | undefined): string[] {
	if (!authority) return [`${name} is required`];
	return refusal(`${name} is invalid`, () => {
		decodePrivateKey(authority.key);
		decodeCertificate(authority.crt);
	});
}

function serviceAccountErrors(key: string | undefined): string[] {
	if (key === undefined) return ['certs.k8sserviceaccount is required'];
	// upstream reads a lone key with other code, whose text lacks the colon
	return refusal('certs.k8sserviceaccount.key is invalid', () => decodePrivateKey(key)).map((text) =>
		text.replace('unsupported key type:', 'unsupported key type'),
	);
}

function refusal(what: string, read: () => unknown): string[] {
	try {
		read();
		return [];
	} catch (error) {
		return [`${what}: ${messageOf(error)}`];
	}
}
