import { SBOMItemSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, list, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

/** A piece of software that is in the system. */
export const SBOMItem = defineResource({
	type: 'SBOMItems.talos.dev',
	namespace: 'runtime',
	aliases: ['sbom', 'sboms'],
	printColumns: [
		{ name: 'Version', jsonPath: '{.version}' },
		{ name: 'License', jsonPath: '{.license}' },
		{ name: 'Extension', jsonPath: '{.extension}' },
	],
	codec: specCodec(SBOMItemSpecSchema, {
		name: text,
		version: text,
		license: optional(text),
		cpes: optional(list(text)),
		purls: optional(list(text)),
		extension: optional(flag),
	}),
});

export type SBOMItemSpec = SpecOf<typeof SBOMItem>;
