import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** The machine is to look for its configuration now. */
export const AcquireConfigSpec = defineResource({
	type: 'AcquireConfigSpecs.v1alpha1.talos.dev',
	namespace: 'runtime',
	codec: specCodec(EmptySchema, {}),
});

export type AcquireConfigSpecSpec = SpecOf<typeof AcquireConfigSpec>;
