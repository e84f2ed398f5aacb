// Generated from model/runtime/kmsg-log-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Sends the kernel's messages to a server.
 * Several documents with different names send to several servers.
 */
export interface KmsgLogConfig extends DocumentMeta {
	/** Tells the destinations apart. */
	readonly name?: string;
	/**
	 * Where the messages go: `tcp://` or `udp://` with a host and a port, without a path.
	 * Messages are JSON, one per line.
	 */
	readonly url?: URLText;
}

export const kmsgLogConfigSchema: StructSchema = {
	name: 'runtime.KmsgLogV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'url', type: scalar.urlText },
	],
};
