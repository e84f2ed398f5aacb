import { canonicalDuration } from '@ichor/machinery/duration';
import { type Flag, FlagRefusal } from './flag.ts';
import { text } from './flag-kinds.ts';

/** A span of time in Go's spelling, `1h30m`; the value is its canonical text. */
export function duration(name: string, usage: string, options: { readonly shorthand?: string; readonly initial: string }): Flag<string> {
	return {
		...text(name, usage, { ...(options.shorthand === undefined ? {} : { shorthand: options.shorthand }), completion: { kind: 'nothing' } }),
		valueName: 'duration',
		initial: options.initial,
		shownInitial: options.initial,
		accept: canonical,
	};
}

function canonical(given: string): string {
	try {
		return canonicalDuration(given);
	} catch (error) {
		if (error instanceof Error) throw new FlagRefusal(error.message);
		throw error;
	}
}
