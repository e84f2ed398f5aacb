// Generated from model/runtime/event-sink-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Sends the events of the machine to a server.
 * For provisioning tools that follow a boot; the events are those that `events` shows.
 */
export interface EventSinkConfig extends DocumentMeta {
	/** Host and port of the server, which speaks the event sink protocol of SideroLink. */
	readonly endpoint?: string;
}

export const eventSinkConfigSchema: StructSchema = {
	name: 'runtime.EventSinkV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'endpoint', type: scalar.string },
	],
};
