import { type Flag, FlagRefusal } from './flag.ts';
import { closest } from './suggest.ts';
import { UsageError } from './usage-error.ts';

/** What the words of a command line say about a set of flags. */
export interface ScannedFlags {
	readonly values: ReadonlyMap<Flag, unknown>;
	/** The words that are neither flags nor their values, in order. */
	readonly positionals: readonly string[];
}

/**
 * Reads words by the rules of pflag: flags and arguments in any order, `--` ends the flags, `--flag value` takes any next
 * word, `-xyz` is a group, `-ovalue` and `-o=value` are a flag and its value, a flag that may stand alone never takes
 * the next word.
 *
 * @throws UsageError at the first word that is wrong
 */
export function scanFlags(words: readonly string[], flags: readonly Flag[]): ScannedFlags {
	const values = new Map<Flag, unknown>();
	const positionals: string[] = [];
	const rest = [...words];
	const set = (flag: Flag, text: string) => values.set(flag, accept(flag, text, values.get(flag)));
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (word === '--') return { values, positionals: [...positionals, ...rest] };
		if (word.startsWith('--')) scanLong(word, rest, flags, set);
		else if (word.startsWith('-') && word !== '-') scanShort(word.slice(1), rest, flags, set);
		else positionals.push(word);
	}
	return { values, positionals };
}

function scanLong(word: string, rest: string[], flags: readonly Flag[], set: (flag: Flag, text: string) => void): void {
	const [, name = '', given] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
	if (name === '' || name.startsWith('-')) throw new UsageError(`bad flag syntax: ${word}`);
	const flag = flags.find((candidate) => candidate.name === name);
	if (flag === undefined) throw new UsageError(`unknown flag: --${name}`, meant(name, flags));
	const text = given ?? flag.bare ?? rest.shift();
	if (text === undefined) throw new UsageError(`flag needs an argument: --${name}`);
	set(flag, text);
}

/** @param group the letters, and what may follow the last of them, without the dash */
function scanShort(group: string, rest: string[], flags: readonly Flag[], set: (flag: Flag, text: string) => void): void {
	for (let letters = group; letters !== ''; ) {
		const letter = letters.charAt(0);
		const behind = letters.slice(1);
		const flag = flags.find(({ shorthand }) => shorthand === letter);
		if (flag === undefined) throw new UsageError(`unknown shorthand flag: '${letter}' in -${letters}`, meant(group, flags));
		if (behind.startsWith('=') && behind.length > 1) return set(flag, behind.slice(1));
		if (flag.bare === undefined) {
			const text = behind === '' ? rest.shift() : behind;
			if (text === undefined) throw new UsageError(`flag needs an argument: '${letter}' in -${letters}`);
			return set(flag, text);
		}
		set(flag, flag.bare);
		letters = behind;
	}
}

function accept(flag: Flag, text: string, previous: unknown): unknown {
	try {
		return flag.accept(text, previous);
	} catch (error) {
		if (!(error instanceof FlagRefusal)) throw error;
		const name = flag.shorthand === undefined ? `--${flag.name}` : `-${flag.shorthand}, --${flag.name}`;
		throw new UsageError(`invalid argument ${JSON.stringify(text)} for "${name}" flag: ${error.message}`);
	}
}

function meant(typed: string, flags: readonly Flag[]): string | undefined {
	const name = closest(
		typed,
		flags.filter(({ hidden }) => !hidden).map(({ name }) => name),
	);
	return name === undefined ? undefined : `did you mean --${name}?`;
}
