import { LinkRefreshSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, whole } from '../spec/index.ts';

/** A wish that a link be looked at anew; its id is the link's name. */
export const LinkRefresh = defineResource({
	type: 'LinkRefreshes.net.talos.dev',
	namespace: 'network',
	codec: specCodec(LinkRefreshSpecSchema, {
		generation: whole,
	}),
});

export type LinkRefreshSpec = SpecOf<typeof LinkRefresh>;
