import { TimeServerStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { list, named, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The time servers that the machine asks. */
export const TimeServerStatus = defineResource({
	type: 'TimeServerStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['timeserver', 'timeservers'],
	printColumns: [{ name: 'Timeservers', jsonPath: '{.timeServers}' }],
	codec: specCodec(TimeServerStatusSpecSchema, {
		timeServers: named('ntpServers', list(text)),
	}),
});

export type TimeServerStatusSpec = SpecOf<typeof TimeServerStatus>;
