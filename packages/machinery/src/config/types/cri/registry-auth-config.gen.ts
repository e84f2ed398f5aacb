// Generated from model/cri/registry-auth-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Credentials for a container registry.
 * They count for pulls by the system and by Kubernetes alike. Either user name and password, or one of the tokens.
 */
export interface RegistryAuthConfig extends DocumentMeta {
	/**
	 * Host of the registry, with a port when it has one: `registry.example.org:5000`.
	 * The host that is really asked: for a mirror, the mirror's host, not that of the images.
	 */
	readonly name?: string;
	/** Name to log in with. */
	readonly username?: string;
	/** Password to log in with. */
	readonly password?: string;
	/**
	 * User name and password as one text: `name:password` in base64.
	 * Excludes the other fields.
	 */
	readonly auth?: string;
	/**
	 * Token that is exchanged for an access token.
	 * Excludes the other fields.
	 */
	readonly identityToken?: string;
}

export const registryAuthConfigSchema: StructSchema = {
	name: 'cri.RegistryAuthConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'username', type: scalar.string, omitEmpty: true },
		{ name: 'password', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'auth', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'identityToken', type: scalar.string, omitEmpty: true, secret: true },
	],
};
