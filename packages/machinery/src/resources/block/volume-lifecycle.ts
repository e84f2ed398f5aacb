import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** Stays until every volume has been let go of. */
export const VolumeLifecycle = defineResource({
	type: 'VolumeLifecycles.block.talos.dev',
	namespace: 'runtime',
	codec: specCodec(EmptySchema, {}),
});

export type VolumeLifecycleSpec = SpecOf<typeof VolumeLifecycle>;

export const volumeLifecycleId = 'volumes';
