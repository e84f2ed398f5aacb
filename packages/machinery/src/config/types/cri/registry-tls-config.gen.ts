// Generated from model/cri/registry-tls-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type CertificateAndKey, certificateAndKeySchema } from '../meta/certificate.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * How to speak TLS with a container registry.
 * Counts for pulls by the system and by Kubernetes alike.
 */
export interface RegistryTLSConfig extends DocumentMeta {
	/**
	 * Host of the registry, with a port when it has one: `registry.example.org:5000`.
	 * The host that is really asked: for a mirror, the mirror's host, not that of the images.
	 */
	readonly name?: string;
	/** Certificate and key that the node shows to the registry, as PEM. */
	readonly clientIdentity?: CertificateAndKey;
	/**
	 * Certificates that the registry's certificate may be signed by, as PEM.
	 * Added to the built-in ones, for this registry only.
	 */
	readonly ca?: string;
	/**
	 * Accepts any certificate from the registry.
	 * Whoever can answer in the registry's place can then run code on the node: use `ca` instead.
	 * @default false
	 */
	readonly insecureSkipVerify?: boolean;
}

export const registryTLSConfigSchema: StructSchema = {
	name: 'cri.RegistryTLSConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'clientIdentity', type: { of: 'struct', struct: certificateAndKeySchema }, nullable: true, omitEmpty: true },
		{ name: 'ca', type: scalar.string, omitEmpty: true },
		{ name: 'insecureSkipVerify', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
