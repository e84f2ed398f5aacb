import { EtcFileSpecSpecSchema } from '@ichor/api/resource/definitions/files';
import { defineResource } from '@ichor/runtime';
import type { Field } from '../spec/field.ts';
import { named, type SpecOf, specCodec, text, whole } from '../spec/index.ts';

/** Text for people, bytes on the wire. */
const contents: Field<string> = {
	shape: text.shape,
	bind: () => ({
		encode: (value) => new TextEncoder().encode(value),
		decode: (wire) => new TextDecoder().decode(wire as Uint8Array),
		view: (value) => value,
	}),
};

/** A file below /etc that must be there; its id is its path from there. `mode` is that of chmod(2). */
export const EtcFileSpec = defineResource({
	type: 'EtcFileSpecs.files.talos.dev',
	namespace: 'files',
	sensitive: true,
	codec: specCodec(EtcFileSpecSpecSchema, {
		contents,
		mode: whole,
		selinux_label: named('selinuxLabel', text),
	}),
});

export type EtcFileSpecSpec = SpecOf<typeof EtcFileSpec>;

/** The label of files in /etc where SELinux is on (upstream: constants.EtcSelinuxLabel). */
export const etcLabel = 'system_u:object_r:etc_t:s0';
