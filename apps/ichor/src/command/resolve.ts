import type { CommandNode } from './command.ts';
import type { Flag } from './flag.ts';

/** Where the words of a command line lead in the tree, and which of them are left for that command. */
export interface Resolved {
	/** From the root to the command that was found. */
	readonly path: readonly CommandNode[];
	readonly words: readonly string[];
	/** What the last command on the path was called. */
	readonly calledAs: string;
}

/**
 * Walks down the tree as cobra does: flags may stand before a command's name, and because the flags of a command that is
 * not found yet are unknown, a flag takes the next word along unless this part of the tree knows that it stands alone.
 */
export function resolveCommand(root: CommandNode, words: readonly string[]): Resolved {
	const path = [root];
	let left = words;
	let calledAs = root.name;
	for (;;) {
		const flags = persistentFlags(path);
		const name = firstName(left, flags);
		const next = name === undefined ? undefined : path.at(-1)?.children?.find((child) => answersTo(child, name));
		if (name === undefined || next === undefined) return { path, words: left, calledAs };
		left = withoutName(left, name, flags);
		path.push(next);
		calledAs = name;
	}
}

/** The flags that every command on the path hands down, the nearest first. */
export function persistentFlags(path: readonly CommandNode[]): readonly Flag[] {
	return path.toReversed().flatMap(({ persistent }) => Object.values(persistent ?? {}));
}

/** The first word that is neither a flag nor what would be one's value. */
export function firstName(words: readonly string[], flags: readonly Flag[]): string | undefined {
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? '';
		if (word === '--') return undefined;
		if (takesNext(word, flags)) {
			// The last word is nobody's name here: cobra leaves it to the flag.
			if (words.length - index - 1 <= 1) return undefined;
			index += 1;
		} else if (word !== '' && !word.startsWith('-')) return word;
	}
	return undefined;
}

export function commandPath(path: readonly CommandNode[]): string {
	return path.map(({ name }) => name).join(' ');
}

function answersTo(node: CommandNode, name: string): boolean {
	return node.name === name || node.aliases?.includes(name) === true;
}

function withoutName(words: readonly string[], name: string, flags: readonly Flag[]): readonly string[] {
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? '';
		if (word === '--') break;
		if (takesNext(word, flags)) index += 1;
		else if (word === name) return words.toSpliced(index, 1);
	}
	return words;
}

function takesNext(word: string, flags: readonly Flag[]): boolean {
	if (!word.startsWith('-') || word.includes('=')) return false;
	if (word.startsWith('--')) return flags.find(({ name }) => name === word.slice(2))?.bare === undefined;
	return word.length === 2 && flags.find(({ shorthand }) => shorthand === word.slice(1))?.bare === undefined;
}
