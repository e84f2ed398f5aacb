import { OOMActionSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { list, optional, real, type SpecOf, specCodec, text } from '../spec/index.ts';

/** What was ended because memory ran out, and why. */
export const OOMAction = defineResource({
	type: 'OOMActions.talos.dev',
	namespace: 'runtime',
	aliases: ['oomaction', 'oomactions'],
	printColumns: [
		{ name: 'Time', jsonPath: '{.time}' },
		{ name: 'Score', jsonPath: '{.score}' },
	],
	sensitive: true,
	codec: specCodec(OOMActionSpecSchema, {
		triggerContext: optional(text),
		score: optional(real),
		processes: optional(list(text)),
	}),
});

export type OOMActionSpec = SpecOf<typeof OOMAction>;
