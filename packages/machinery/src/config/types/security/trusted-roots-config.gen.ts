// Generated from model/security/trusted-roots-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Adds certificate authorities that the machine trusts.
 * They count for everything that the system itself connects to: registries, discovery, logs, key management servers.
 */
export interface TrustedRootsConfig extends DocumentMeta {
	/** Tells the documents apart. */
	readonly name?: string;
	/** The certificates as PEM, one after the other. */
	readonly certificates?: string;
}

export const trustedRootsConfigSchema: StructSchema = {
	name: 'security.TrustedRootsConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'certificates', type: scalar.string },
	],
};
