import { type Flag, FlagRefusal } from './flag.ts';
import { text } from './flag-kinds.ts';

interface ChoiceOptions<Choice extends string> {
	readonly shorthand?: string;
	/** In the order in which they are listed. */
	readonly choices: readonly Choice[];
	readonly initial: Choice;
}

/** One of a few words. Its help lists them where the kind of a value stands. */
export function choice<const Choice extends string>(name: string, usage: string, options: ChoiceOptions<Choice>): Flag<Choice> {
	const { choices, initial } = options;
	return {
		...base(name, usage, options),
		valueName: choices.join(', '),
		initial,
		shownInitial: initial,
		accept(given) {
			const found = choices.find((candidate) => candidate === given);
			if (found === undefined) throw new FlagRefusal(`possible options are: ${choices.join(', ')}`);
			return found;
		},
	};
}

/** One of the values of an enumeration of the API, in any case of letters. */
export function enumeration<const Choice extends string>(name: string, usage: string, options: ChoiceOptions<Choice>): Flag<Choice> {
	const { choices, initial } = options;
	return {
		...base(name, `${usage}. Values: [${choices.join(' ')}]`, options),
		initial,
		shownInitial: JSON.stringify(initial),
		accept(given) {
			const found = choices.find((candidate) => candidate === given.toLowerCase());
			if (found === undefined) throw new FlagRefusal(`must be one of [${choices.join(' ')}]`);
			return found;
		},
	};
}

function base<Choice extends string>(name: string, usage: string, { shorthand, choices }: ChoiceOptions<Choice>) {
	return text(name, usage, { ...(shorthand === undefined ? {} : { shorthand }), completion: { kind: 'choices', choices } });
}
