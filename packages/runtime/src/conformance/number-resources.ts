import { defineResource, type ResourceType } from '../resource/resource-type.ts';

/** Types of resource that the engine suite works with. A state that encodes specs must know them. */
export const Numeral: ResourceType<{ readonly value: number }> = textual('Numerals.conformance.ichor.dev');
export const Word: ResourceType<{ readonly value: string }> = textual('Words.conformance.ichor.dev');
export const Sentence: ResourceType<{ readonly value: string }> = textual('Sentences.conformance.ichor.dev');

function textual<Spec>(type: string): ResourceType<Spec> {
	return defineResource<Spec>({
		type,
		namespace: 'default',
		codec: {
			encode: (spec) => new TextEncoder().encode(JSON.stringify(spec)),
			decode: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Spec,
			view: (spec) => spec,
		},
	});
}
