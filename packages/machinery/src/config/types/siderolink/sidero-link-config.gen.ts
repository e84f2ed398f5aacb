// Generated from model/siderolink/sidero-link-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Connects the machine to a management server over SideroLink.
 * The machine opens a WireGuard tunnel to the server, which can then reach the machine's API wherever it stands.
 */
export interface SideroLinkConfig extends DocumentMeta {
	/**
	 * URL of the server: `https` or `grpc`, without a path.
	 * The join token stands in the query as `jointoken`, so the URL is a secret.
	 */
	readonly apiUrl?: URLText;
	/**
	 * Token that proves which machine is calling.
	 * Absent, the machine makes one and keeps it in META; a token in META wins over this field.
	 * @since v1.10
	 */
	readonly uniqueToken?: string;
}

export const sideroLinkConfigSchema: StructSchema = {
	name: 'siderolink.ConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'apiUrl', type: scalar.urlText },
		{ name: 'uniqueToken', type: scalar.string, omitEmpty: true, secret: true },
	],
};
