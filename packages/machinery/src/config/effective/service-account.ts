import { PkiError } from '../../pki/errors.ts';
import { keyPairOf } from '../../pki/key-pair.ts';
import type { KeyFamily } from '../../pki/key-type.ts';
import { encodePem } from '../../pki/pem.ts';
import { decodePrivateKey } from '../../pki/private-key.ts';
import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import { textOf } from './certificate-authorities.ts';

export interface ServiceAccount {
	/** The private key that signs tokens, in PEM. */
	readonly issuingKey: string;
	readonly issuerURL: string;
	/** More public keys whose tokens are accepted, in PEM. */
	readonly publicKeys: readonly string[];
	readonly acceptedIssuers: readonly string[];
	readonly audiences: readonly string[];
}

/** How tokens of service accounts are signed, by the document or else by the root document; undefined when neither says anything. */
export function serviceAccount(config: MachineConfig): ServiceAccount | undefined {
	const [document] = documentsOf(config, 'KubeServiceAccountConfig');
	if (document !== undefined) {
		const { issuer, accepted } = document.value;
		const issuerURL = issuer?.issuerURL ?? '';
		return {
			issuingKey: issuer?.privateKey ?? '',
			issuerURL,
			publicKeys: accepted?.publicKeys ?? [],
			acceptedIssuers: accepted?.issuers ?? [],
			audiences: accepted?.audiences?.length ? accepted.audiences : [issuerURL],
		};
	}
	const cluster = rootOf(config)?.cluster;
	if (cluster?.serviceAccount === undefined) return undefined;
	const endpoint = cluster.controlPlane?.endpoint ?? '';
	return {
		issuingKey: textOf(cluster.serviceAccount.key),
		issuerURL: endpoint,
		publicKeys: [],
		acceptedIssuers: [],
		audiences: [endpoint],
	};
}

/** All public keys whose tokens are accepted, in PEM: the issuing one first, unless its private half cannot be read. */
export async function acceptedKeys({ issuingKey, publicKeys }: ServiceAccount): Promise<readonly string[]> {
	const own = await publicHalf(issuingKey);
	return own === undefined ? publicKeys : [own, ...publicKeys];
}

/** The labels under which upstream writes public keys. */
const publicLabel: Readonly<Record<KeyFamily, string>> = { ed25519: 'ED25519 PUBLIC KEY', ecdsa: 'EC PUBLIC KEY', rsa: 'PUBLIC KEY' };

async function publicHalf(privateKey: string): Promise<string | undefined> {
	try {
		const key = decodePrivateKey(privateKey);
		const { publicKey } = await keyPairOf(key);
		return encodePem(publicLabel[key.family], publicKey);
	} catch (error) {
		if (error instanceof PkiError) return undefined;
		throw error;
	}
}
