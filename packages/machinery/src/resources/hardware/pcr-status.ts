import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** A register of the TPM that can be used; gone once it has been extended against use. */
export const PCRStatus = defineResource({
	type: 'PCRStatuses.hardware.talos.dev',
	namespace: 'hardware',
	codec: specCodec(EmptySchema, {}),
});

export type PCRStatusSpec = SpecOf<typeof PCRStatus>;
