import { EtcFileStatusSpecSchema } from '@ichor/api/resource/definitions/files';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** A file below /etc that is there, as that version of its spec wanted it. */
export const EtcFileStatus = defineResource({
	type: 'EtcFileStatuses.files.talos.dev',
	namespace: 'files',
	codec: specCodec(EtcFileStatusSpecSchema, {
		specVersion: text,
	}),
});

export type EtcFileStatusSpec = SpecOf<typeof EtcFileStatus>;
