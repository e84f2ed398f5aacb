// Generated from model/meta/pem.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Base64 } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** A certificate and its private key, each as PEM in base64. */
export interface PEMCertificateAndKey {
	/** The certificate: its PEM text, encoded in base64. */
	readonly crt?: Base64;
	/**
	 * The private key: its PEM text, encoded in base64.
	 * Empty where a node only needs to trust the certificate, as on workers.
	 */
	readonly key?: Base64;
}

/** A certificate as PEM in base64. */
export interface PEMCertificate {
	/** The certificate: its PEM text, encoded in base64. */
	readonly crt?: Base64;
}

/** A private key as PEM in base64. */
export interface PEMKey {
	/** The private key: its PEM text, encoded in base64. */
	readonly key?: Base64;
}

export const pemCertificateAndKeySchema: StructSchema = {
	name: 'x509.PEMEncodedCertificateAndKey',
	fields: [
		{ name: 'crt', type: scalar.base64 },
		{ name: 'key', type: scalar.base64Key, secret: true },
	],
};

export const pemCertificateSchema: StructSchema = {
	name: 'x509.PEMEncodedCertificate',
	fields: [
		{ name: 'crt', type: scalar.base64 },
	],
};

export const pemKeySchema: StructSchema = {
	name: 'x509.PEMEncodedKey',
	fields: [
		{ name: 'key', type: scalar.base64Key, secret: true },
	],
};
