import { findCall, flagsOf } from './call.ts';
import type { Command, CommandNode } from './command.ts';
import type { Flag, KnownName, ValueCompletion } from './flag.ts';
import { firstName, persistentFlags } from './resolve.ts';
import { scanFlags } from './scan.ts';
import { helpFlag } from './usage.ts';

/** What a shell may offer for the word under the cursor. */
export interface Completion {
	readonly candidates: readonly Candidate[];
	readonly directive: number;
}

export interface Candidate {
	readonly text: string;
	readonly about: string;
}

/** Names that are looked up when they are asked for. Whatever goes wrong on the way is no name. */
export interface CompletionSources {
	/** @param talosconfig the file that the command line names, empty for the usual places */
	readonly contexts: (talosconfig: string) => Promise<readonly string[]>;
	readonly fields: () => Promise<readonly string[]>;
	/** @param typed the beginning, in which what stands before the last dot is whole */
	readonly resourceFields: (typed: string) => Promise<readonly string[]>;
	readonly known: (what: KnownName, around: CompletionLine) => Promise<readonly string[]>;
}

/** What is on the line besides the word that is typed. */
export interface CompletionLine {
	readonly flags: ReadonlyMap<Flag, unknown>;
	readonly args: readonly string[];
	readonly typed: string;
}

/** What the shell is to do with the candidates. The numbers are cobra's: its scripts and ours understand each other. */
export const directives = { files: 0, error: 1, noFiles: 4, endings: 8, folders: 16 } as const;

/**
 * Completes the last word of a command line.
 *
 * @param words what stands behind the program's name; the last one is the unfinished one, empty when nothing is typed yet
 * @param sources what only the program itself knows
 */
export async function completeWords(root: CommandNode, words: readonly string[], sources: CompletionSources): Promise<Completion> {
	const typed = words.at(-1) ?? '';
	const { path, command, words: given } = await findCall(root, words.slice(0, -1));
	const node = path.at(-1);
	if (node === undefined || (path.length === 1 && firstName(given, persistentFlags(path)) !== undefined)) return nothing(directives.error);
	const flags = [...flagsOf(path, command), helpFlag(node.name)];
	const open = openFlag(given, typed, flags);
	const { seen, positionals } = scanned(open === undefined ? given : given.slice(0, open.upTo), flags);
	const offer = async (completion: ValueCompletion, prefix: string) =>
		await valueCompletion(completion, sources, { flags: seen, args: positionals, typed: prefix });
	if (open !== undefined) return await offer(open.flag.completion, open.prefix);
	if (typed.startsWith('-') && !given.includes('--')) return flagNames(flags, seen, typed);
	const below = positionals.length === 0 ? commandNames(node, typed) : [];
	if (below.length > 0 || command === undefined) return { candidates: below, directive: directives.noFiles };
	const required = flags.filter((flag) => flag.required && !seen.has(flag)).map(flagCandidate);
	const offered = await offer(argumentCompletion(command, positionals.length), typed);
	return { ...offered, candidates: [...required.filter(({ text }) => text.startsWith(typed)), ...offered.candidates] };
}

function argumentCompletion({ completion = { kind: 'files' } }: Command, place: number): ValueCompletion {
	const isOne = (given: ValueCompletion | readonly ValueCompletion[]): given is ValueCompletion => 'kind' in given;
	return isOne(completion) ? completion : (completion[place] ?? { kind: 'nothing' });
}

interface OpenFlag {
	readonly flag: Flag;
	/** What is typed of its value. */
	readonly prefix: string;
	/** How many of the words before the cursor are whole. */
	readonly upTo: number;
}

/** The flag whose value is being typed: `--mode m`, `--mode=m`, `-m m`. */
function openFlag(given: readonly string[], typed: string, flags: readonly Flag[]): OpenFlag | undefined {
	if (given.includes('--')) return undefined;
	const [, spelled, value] = /^(-[^=]+)=(.*)$/s.exec(typed) ?? [];
	const inline = spelled === undefined ? undefined : spelledFlag(spelled, flags);
	if (inline !== undefined) return { flag: inline, prefix: value ?? '', upTo: given.length };
	const before = spelledFlag(given.at(-1) ?? '', flags);
	if (before === undefined || before.bare !== undefined) return undefined;
	return { flag: before, prefix: typed, upTo: given.length - 1 };
}

function spelledFlag(word: string, flags: readonly Flag[]): Flag | undefined {
	if (word.startsWith('--')) return flags.find(({ name }) => name === word.slice(2));
	return word.length === 2 && word.startsWith('-') ? flags.find(({ shorthand }) => shorthand === word.slice(1)) : undefined;
}

/** What stands before the cursor may be unfinished: as much of it as can be read. */
function scanned(given: readonly string[], flags: readonly Flag[]) {
	try {
		const { values, positionals } = scanFlags(given, flags);
		return { seen: values, positionals };
	} catch {
		return { seen: new Map<Flag, unknown>(), positionals: given.filter((word) => !word.startsWith('-')) };
	}
}

function textOf(seen: ReadonlyMap<Flag, unknown>, name: string): string {
	for (const [flag, value] of seen) if (flag.name === name && typeof value === 'string') return value;
	return '';
}

function flagNames(flags: readonly Flag[], seen: ReadonlyMap<Flag, unknown>, typed: string): Completion {
	const open = flags.filter((flag) => !flag.hidden && (flag.repeatable || !seen.has(flag)));
	const matching = (some: readonly Flag[]) => some.map(flagCandidate).filter(({ text }) => text.startsWith(typed));
	const required = matching(open.filter((flag) => flag.required));
	return { candidates: required.length > 0 ? required : matching(open).toSorted(byText), directive: directives.noFiles };
}

function flagCandidate(flag: Flag): Candidate {
	return { text: `--${flag.name}`, about: flag.usage };
}

function commandNames(node: CommandNode, typed: string): readonly Candidate[] {
	return (node.children ?? [])
		.filter(({ name, hidden }) => hidden !== true && name.startsWith(typed))
		.map(({ name, short }) => ({ text: name, about: short }));
}

async function valueCompletion(completion: ValueCompletion, sources: CompletionSources, line: CompletionLine): Promise<Completion> {
	const { typed } = line;
	switch (completion.kind) {
		case 'files':
			if (completion.endings === undefined) return nothing(directives.files);
			return { candidates: completion.endings.map((text) => ({ text, about: '' })), directive: directives.endings };
		case 'folders':
			return nothing(directives.folders);
		case 'choices':
			return among(completion.choices, typed);
		case 'contexts':
			return among(await sources.contexts(textOf(line.flags, 'talosconfig')), typed);
		case 'fields':
			return among(await sources.fields(), typed);
		case 'resource fields':
			return among(await sources.resourceFields(typed), typed);
		case 'known':
			return among(await sources.known(completion.what, line), typed);
		case 'nothing':
			return nothing(directives.noFiles);
	}
}

function among(choices: readonly string[], typed: string): Completion {
	const candidates = choices.filter((choice) => choice.startsWith(typed)).map((text) => ({ text, about: '' }));
	return { candidates, directive: directives.noFiles };
}

function nothing(directive: number): Completion {
	return { candidates: [], directive };
}

function byText(a: Candidate, b: Candidate): number {
	return a.text < b.text ? -1 : 1;
}
