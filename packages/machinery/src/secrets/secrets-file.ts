import type { StructValue } from '../config/schema/zero.ts';
import { decodeStructText, encodeStructText } from '../config/struct-text.ts';
import type { PEMCertificateAndKey, PEMKey } from '../config/types/meta/pem.gen.ts';
import type { CertificateAndKey } from '../pki/authority.ts';
import type { Authorities, SecretsBundle } from './bundle.ts';
import { fromBase64, toBase64 } from './pem-base64.ts';
import { secretsSchema } from './secrets-schema.ts';

/**
 * Reads a secrets file (`gen secrets`), as leniently as upstream: keys that it does not know are passed over, parts may
 * be missing.
 *
 * Throws ConfigError: `syntax` or `decode`, never with a secret.
 */
export function decodeSecrets(text: string | Uint8Array, name?: string): SecretsBundle {
	const file: SecretsFile = decodeStructText(text, secretsSchema, name);
	const { cluster, secrets, trustdinfo, certs } = file;
	return {
		...(cluster && { cluster: { id: cluster.id ?? '', secret: cluster.secret ?? '' } }),
		...(secrets && {
			secrets: {
				bootstrapToken: secrets.bootstraptoken ?? '',
				...(secrets.aescbcencryptionsecret && { aescbcEncryptionSecret: secrets.aescbcencryptionsecret }),
				...(secrets.secretboxencryptionsecret && { secretboxEncryptionSecret: secrets.secretboxencryptionsecret }),
			},
		}),
		...(trustdinfo && { trustdInfo: { token: trustdinfo.token ?? '' } }),
		...(certs && { certs: authoritiesOf(certs) }),
	};
}

/** The text of a secrets file, byte for byte as upstream writes it. */
export function encodeSecrets(bundle: SecretsBundle): string {
	return encodeStructText(secretsFileOf(bundle), secretsSchema);
}

/** The content of a secrets file. */
export function secretsFileOf({ cluster, secrets, trustdInfo, certs }: SecretsBundle): StructValue {
	return {
		...(cluster && { cluster: { id: cluster.id, secret: cluster.secret } }),
		...(secrets && {
			secrets: {
				bootstraptoken: secrets.bootstrapToken,
				aescbcencryptionsecret: secrets.aescbcEncryptionSecret,
				secretboxencryptionsecret: secrets.secretboxEncryptionSecret,
			},
		}),
		...(trustdInfo && { trustdinfo: { token: trustdInfo.token } }),
		...(certs && { certs: certsOf(certs) }),
	};
}

interface SecretsFile {
	readonly cluster?: { readonly id?: string; readonly secret?: string };
	readonly secrets?: {
		readonly bootstraptoken?: string;
		readonly aescbcencryptionsecret?: string;
		readonly secretboxencryptionsecret?: string;
	};
	readonly trustdinfo?: { readonly token?: string };
	readonly certs?: CertsSection;
}

interface CertsSection {
	readonly etcd?: PEMCertificateAndKey;
	readonly k8s?: PEMCertificateAndKey;
	readonly k8saggregator?: PEMCertificateAndKey;
	readonly k8sserviceaccount?: PEMKey;
	readonly os?: PEMCertificateAndKey;
}

function authoritiesOf({ etcd, k8s, k8saggregator, k8sserviceaccount, os }: CertsSection): Authorities {
	return {
		...(etcd && { etcd: pairOf(etcd) }),
		...(k8s && { k8s: pairOf(k8s) }),
		...(k8saggregator && { k8sAggregator: pairOf(k8saggregator) }),
		...(k8sserviceaccount && { k8sServiceAccount: { key: fromBase64(k8sserviceaccount.key ?? '') } }),
		...(os && { os: pairOf(os) }),
	};
}

function pairOf({ crt = '', key = '' }: PEMCertificateAndKey): CertificateAndKey {
	return { crt: fromBase64(crt), key: fromBase64(key) };
}

function certsOf({ etcd, k8s, k8sAggregator, k8sServiceAccount, os }: Authorities): StructValue {
	const pair = ({ crt, key }: CertificateAndKey) => ({ crt: toBase64(crt), key: toBase64(key) });
	return {
		...(etcd && { etcd: pair(etcd) }),
		...(k8s && { k8s: pair(k8s) }),
		...(k8sAggregator && { k8saggregator: pair(k8sAggregator) }),
		...(k8sServiceAccount && { k8sserviceaccount: { key: toBase64(k8sServiceAccount.key) } }),
		...(os && { os: pair(os) }),
	};
}
