import { ConfigError } from '../config/errors.ts';
import type { StructSchema } from '../config/schema/schema.ts';
import type { StructValue } from '../config/schema/zero.ts';
import type { SecretsBundle } from './bundle.ts';
import { decodeSecrets, secretsFileOf } from './secrets-file.ts';
import { secretsSchema } from './secrets-schema.ts';

/*
 * The form in which programs pass a bundle on (Omni, Terraform): the secrets file as JSON, with the names of Go's fields
 * instead of their lower-case spelling.
 */

const jsonNames: Readonly<Record<string, string>> = {
	cluster: 'Cluster',
	id: 'Id',
	secret: 'Secret',
	secrets: 'Secrets',
	bootstraptoken: 'BootstrapToken',
	aescbcencryptionsecret: 'AESCBCEncryptionSecret',
	secretboxencryptionsecret: 'SecretboxEncryptionSecret',
	trustdinfo: 'TrustdInfo',
	token: 'Token',
	certs: 'Certs',
	etcd: 'Etcd',
	k8s: 'K8s',
	k8saggregator: 'K8sAggregator',
	k8sserviceaccount: 'K8sServiceAccount',
	os: 'OS',
	crt: 'Crt',
	key: 'Key',
};

export function encodeSecretsJson(bundle: SecretsBundle): string {
	return JSON.stringify(withJsonNames(secretsFileOf(bundle), secretsSchema));
}

/** Throws ConfigError (`syntax` or `decode`), never with a secret. */
export function decodeSecretsJson(text: string): SecretsBundle {
	return decodeSecrets(JSON.stringify(withLowerCaseNames(parse(text))));
}

/** A part that is missing is null. */
function withJsonNames(value: StructValue, { fields }: StructSchema): object {
	return Object.fromEntries(
		fields.flatMap(({ name, type, omitEmpty }) => {
			const child = value[name];
			if (omitEmpty && !child) return [];
			const named = type.of === 'struct' && child ? withJsonNames(child as StructValue, type.struct) : (child ?? null);
			return [[jsonNames[name] ?? name, named]];
		}),
	);
}

/** Go matches names whatever their letter case. A bundle is three objects deep; what is deeper is none of it. */
function withLowerCaseNames(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 3) return value;
	return Object.fromEntries(Object.entries(value).map(([name, child]) => [name.toLowerCase(), withLowerCaseNames(child, depth + 1)]));
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ConfigError('syntax', 'the secrets bundle is not JSON');
	}
}
