// Generated from model/v1alpha1/machine-registries.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Base64 } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type PEMCertificateAndKey, pemCertificateAndKeySchema } from '../meta/pem.gen.ts';

/** Mirrors of container registries, and how to authenticate to them. */
export interface MachineRegistries {
	/**
	 * Places to ask instead, by registry; `*` stands for all others.
	 * @deprecated Use RegistryMirrorConfig.
	 */
	readonly mirrors?: Readonly<Record<string, MachineRegistryMirror | null>>;
	/**
	 * TLS and credentials, by the host that is really asked.
	 * @deprecated Use RegistryTLSConfig, RegistryAuthConfig.
	 */
	readonly config?: Readonly<Record<string, MachineRegistry | null>>;
}

/** Places to ask instead of a registry. */
export interface MachineRegistryMirror {
	/**
	 * URLs of the mirrors, asked in this order.
	 * @deprecated Use RegistryMirrorConfig.endpoints.
	 */
	readonly endpoints?: readonly string[];
	/**
	 * Takes the URLs' paths as they are, instead of adding `/v2` to them.
	 * @default false
	 * @deprecated Use RegistryMirrorConfig.endpoints.overridePath.
	 */
	readonly overridePath?: boolean;
	/**
	 * Fails a pull when no mirror has the image, instead of asking the registry itself.
	 * @default false
	 * @since v1.9
	 * @deprecated Use RegistryMirrorConfig.skipFallback.
	 */
	readonly skipFallback?: boolean;
}

/** TLS and credentials of a registry. */
export interface MachineRegistry {
	/**
	 * How to speak TLS with it.
	 * @deprecated Use RegistryTLSConfig.
	 */
	readonly tls?: MachineRegistryTLS;
	/**
	 * Credentials for it.
	 * @deprecated Use RegistryAuthConfig.
	 */
	readonly auth?: MachineRegistryAuth;
}

/** How to speak TLS with a registry. */
export interface MachineRegistryTLS {
	/**
	 * Certificate and key that the machine shows to the registry, as PEM in base64.
	 * @deprecated Use RegistryTLSConfig.clientIdentity.
	 */
	readonly clientIdentity?: PEMCertificateAndKey;
	/**
	 * Certificates that the registry's certificate may be signed by, as PEM in base64.
	 * @deprecated Use RegistryTLSConfig.ca.
	 */
	readonly ca?: Base64;
	/**
	 * Accepts any certificate from the registry.
	 * @default false
	 * @deprecated Use RegistryTLSConfig.insecureSkipVerify.
	 */
	readonly insecureSkipVerify?: boolean;
}

/** Credentials for a registry. */
export interface MachineRegistryAuth {
	/**
	 * Name to log in with.
	 * @deprecated Use RegistryAuthConfig.username.
	 */
	readonly username?: string;
	/**
	 * Password to log in with.
	 * @deprecated Use RegistryAuthConfig.password.
	 */
	readonly password?: string;
	/**
	 * User name and password as one text: `name:password` in base64.
	 * @deprecated Use RegistryAuthConfig.auth.
	 */
	readonly auth?: string;
	/**
	 * Token that is exchanged for an access token.
	 * @deprecated Use RegistryAuthConfig.identityToken.
	 */
	readonly identityToken?: string;
}

export const machineRegistryMirrorSchema: StructSchema = {
	name: 'v1alpha1.RegistryMirrorConfig',
	fields: [
		{ name: 'endpoints', type: { of: 'list', item: scalar.string } },
		{ name: 'overridePath', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'skipFallback', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const machineRegistryTLSSchema: StructSchema = {
	name: 'v1alpha1.RegistryTLSConfig',
	fields: [
		{ name: 'clientIdentity', type: { of: 'struct', struct: pemCertificateAndKeySchema }, nullable: true, omitEmpty: true },
		{ name: 'ca', type: scalar.base64Bytes, omitEmpty: true },
		{ name: 'insecureSkipVerify', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const machineRegistryAuthSchema: StructSchema = {
	name: 'v1alpha1.RegistryAuthConfig',
	fields: [
		{ name: 'username', type: scalar.string, omitEmpty: true },
		{ name: 'password', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'auth', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'identityToken', type: scalar.string, omitEmpty: true, secret: true },
	],
};

export const machineRegistrySchema: StructSchema = {
	name: 'v1alpha1.RegistryConfig',
	fields: [
		{ name: 'tls', type: { of: 'struct', struct: machineRegistryTLSSchema }, nullable: true, omitEmpty: true },
		{ name: 'auth', type: { of: 'struct', struct: machineRegistryAuthSchema }, nullable: true, omitEmpty: true },
	],
};

export const machineRegistriesSchema: StructSchema = {
	name: 'v1alpha1.RegistriesConfig',
	fields: [
		{ name: 'mirrors', type: { of: 'map', value: { of: 'struct', struct: machineRegistryMirrorSchema }, nullable: true }, omitEmpty: true },
		{ name: 'config', type: { of: 'map', value: { of: 'struct', struct: machineRegistrySchema }, nullable: true }, omitEmpty: true },
	],
};
