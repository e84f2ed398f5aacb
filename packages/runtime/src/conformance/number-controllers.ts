import type { Controller } from '../controller/controller.ts';
import { transforming } from '../controller/transform.ts';
import { Numeral, Sentence, Word } from './number-resources.ts';

/** Spells numerals, holding on to each while its word exists. */
export const spell: Controller = transforming({
	name: 'SpellController',
	input: Numeral,
	output: Word,
	outputId: ({ metadata }) => metadata.id,
	transform: async (_context, _reader, { spec }) => ({ value: String(spec.value) }),
	release: async () => true,
});

/** Makes a sentence of each word, without holding it. */
export const phrase: Controller = transforming({
	name: 'PhraseController',
	input: Word,
	output: Sentence,
	outputId: ({ metadata }) => metadata.id,
	transform: async (_context, _reader, { spec }) => ({ value: `${spec.value} sentence` }),
});
