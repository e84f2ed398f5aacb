import { LinkAliasSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** Another name for a link; its id is the link's name. */
export const LinkAliasSpec = defineResource({
	type: 'LinkAliasSpecs.net.talos.dev',
	namespace: 'network',
	printColumns: [{ name: 'Alias', jsonPath: '{.alias}' }],
	codec: specCodec(LinkAliasSpecSpecSchema, {
		alias: text,
	}),
});

export type LinkAliasSpecSpec = SpecOf<typeof LinkAliasSpec>;
