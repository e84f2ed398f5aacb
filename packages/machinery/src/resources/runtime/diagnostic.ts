import { DiagnosticSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Something that is wrong and that a person can do something about. */
export const Diagnostic = defineResource({
	type: 'Diagnostics.runtime.talos.dev',
	namespace: 'runtime',
	printColumns: [{ name: 'Message', jsonPath: '{.message}' }],
	codec: specCodec(DiagnosticSpecSchema, {
		message: text,
		details: list(text),
	}),
});

export type DiagnosticSpec = SpecOf<typeof Diagnostic>;
