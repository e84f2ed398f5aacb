import { SeccompProfileSpecSchema } from '@ichor/api/resource/definitions/cri';
import { defineResource } from '@ichor/runtime';
import { freeForm, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Which system calls a container may make; the id is the file. */
export const SeccompProfile = defineResource({
	type: 'SeccompProfiles.cri.talos.dev',
	namespace: 'cri',
	codec: specCodec(SeccompProfileSpecSchema, {
		name: text,
		value: freeForm,
	}),
});

export type SeccompProfileSpec = SpecOf<typeof SeccompProfile>;
