import { ConfigError } from '../config/errors.ts';
import { type CertificateAndKey, issueKeyPair } from '../pki/authority.ts';
import { clientCertificateLifetime } from '../versions/defaults.ts';
import type { SecretsBundle } from './bundle.ts';

export interface ClientCertificateOptions {
	/** What the client may do; `os:admin` unless told otherwise. */
	readonly roles?: readonly string[];
	readonly now: Date;
	/** How long it is valid, in milliseconds; a year unless told otherwise. */
	readonly lifetime?: number;
}

/** Makes a client's key and its certificate for the Talos API. Throws ConfigError without the API's authority, PkiError when it is broken. */
export function generateClientCertificate(bundle: SecretsBundle, options: ClientCertificateOptions): Promise<CertificateAndKey> {
	const { roles = ['os:admin'], now, lifetime = clientCertificateLifetime } = options;
	const authority = bundle.certs?.os;
	if (!authority) throw new ConfigError('input', 'certs.os is required');
	return issueKeyPair(
		authority,
		{ organization: [...roles].sort() },
		{
			notBefore: now,
			notAfter: new Date(now.getTime() + lifetime),
			keyUsage: ['digitalSignature'],
			extendedKeyUsage: ['clientAuth'],
		},
	);
}
