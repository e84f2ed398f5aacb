import { EventSinkConfigSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** Where events are sent. */
export const EventSinkConfig = defineResource({
	type: 'EventSinkConfigs.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(EventSinkConfigSpecSchema, {
		endpoint: text,
	}),
});

export type EventSinkConfigSpec = SpecOf<typeof EventSinkConfig>;

export const eventSinkConfigId = 'event-sink';
