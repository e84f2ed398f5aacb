import { VersionSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** What the machine runs. */
export const Version = defineResource({
	type: 'Versions.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Name', jsonPath: '{.name}' },
		{ name: 'Version', jsonPath: '{.version}' },
	],
	codec: specCodec(VersionSpecSchema, {
		name: text,
		version: text,
	}),
});

export type VersionSpec = SpecOf<typeof Version>;
