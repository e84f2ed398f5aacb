import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** The machine has its configuration. */
export const AcquireConfigStatus = defineResource({
	type: 'AcquireConfigStatuses.v1alpha1.talos.dev',
	namespace: 'runtime',
	codec: specCodec(EmptySchema, {}),
});

export type AcquireConfigStatusSpec = SpecOf<typeof AcquireConfigStatus>;

export const acquireConfigStatusId = 'machine-config';
