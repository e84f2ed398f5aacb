import { TimeServerSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { list, named, type SpecOf, specCodec, text } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';

/** The time servers that the machine must ask. */
export const timeServerSpecFields = {
	timeServers: named('ntpServers', list(text)),
	layer: named('configLayer', configLayer),
};

/** The time servers that the machine must ask. */
export const TimeServerSpec = defineResource({
	type: 'TimeServerSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(TimeServerSpecSpecSchema, timeServerSpecFields),
});

export type TimeServerSpecSpec = SpecOf<typeof TimeServerSpec>;

/** Id of TimeServerSpec and of TimeServerStatus. */
export const timeServersId = 'timeservers';
