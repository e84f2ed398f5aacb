import { MetaLoadedSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec } from '../spec/index.ts';

/** The META partition has been read, or there is none. */
export const MetaLoaded = defineResource({
	type: 'MetaLoads.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Done', jsonPath: '{.done}' }],
	codec: specCodec(MetaLoadedSpecSchema, {
		done: flag,
	}),
});

export type MetaLoadedSpec = SpecOf<typeof MetaLoaded>;

export const metaLoadedId = 'meta-loaded';
