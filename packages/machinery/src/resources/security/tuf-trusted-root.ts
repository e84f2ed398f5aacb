import { TUFTrustedRootSpecSchema } from '@ichor/api/resource/definitions/security';
import { defineResource } from '@ichor/runtime';
import { moment, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The keys that signatures of images are checked with, as fetched last. */
export const TUFTrustedRoot = defineResource({
	type: 'TUFTrustedRoots.security.talos.dev',
	namespace: 'security',
	printColumns: [{ name: 'Last Refresh', jsonPath: '{.lastRefreshTime}' }],
	codec: specCodec(TUFTrustedRootSpecSchema, {
		lastRefreshTime: optional(moment),
		jsonData: optional(text),
	}),
});

export type TUFTrustedRootSpec = SpecOf<typeof TUFTrustedRoot>;

export const tufTrustedRootId = 'trusted_root.json';
