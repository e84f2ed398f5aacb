import type { Command, CommandNode } from './command.ts';
import type { Flag } from './flag.ts';
import { commandPath, firstName, persistentFlags, resolveCommand } from './resolve.ts';
import { scanFlags } from './scan.ts';
import { suggestions } from './suggest.ts';
import type { Terminal } from './terminal.ts';
import { helpFlag, helpText } from './usage.ts';
import { UsageError } from './usage-error.ts';

/** A command that was found, with the words that are left for it. */
export interface Call {
	/** From the root to the command. */
	readonly path: readonly CommandNode[];
	/** Absent for a node that only holds others. */
	readonly command: Command | undefined;
	readonly words: readonly string[];
	/** What the user called it. */
	readonly calledAs: string;
}

/** Finds the command that the words name, and imports it. */
export async function findCall(root: CommandNode, words: readonly string[]): Promise<Call> {
	const { path, words: left, calledAs } = resolveCommand(root, words);
	return { path, command: await path.at(-1)?.load?.(), words: left, calledAs };
}

/**
 * Judges the words of a call in cobra's order (flags, help, number of arguments, required flags) and runs the command.
 *
 * @throws UsageError when the words are wrong, and whatever the command throws
 */
export async function runCall({ path, command, words, calledAs }: Call, terminal: Terminal): Promise<void> {
	const [root] = path;
	const node = path.at(-1);
	if (root === undefined || node === undefined) return;
	if (node === root) refuseUnknownCommand(root, words);
	const keyed = { ...Object.assign({}, ...path.map(({ persistent }) => persistent)), ...command?.flags } as Record<string, Flag>;
	const help = helpFlag(node.name);
	const raw = command?.rawWords === true;
	const { values, positionals } = raw
		? { values: new Map<Flag, unknown>(), positionals: words }
		: scanFlags(words, [...flagsOf(path, command), help]);
	for (const { name, deprecated } of values.keys())
		if (deprecated !== undefined) terminal.err(`Flag --${name} has been deprecated, ${deprecated}`);
	if (command === undefined || values.get(help) === true) {
		terminal.out(helpText(path, command));
		if (command === undefined && values.get(help) !== true) explainLeftover(node, path, positionals, terminal);
		return;
	}
	const wrong = command.args(positionals, commandPath(path));
	if (wrong !== undefined) throw new UsageError(wrong);
	if (!raw) refuseMissing(Object.values(keyed), values);
	refuseTogether(command.exclusive ?? [], values);
	const flags = Object.fromEntries(Object.entries(keyed).map(([key, flag]) => [key, values.has(flag) ? values.get(flag) : flag.initial]));
	await command.run({ flags, args: positionals, terminal, root, path: commandPath(path), calledAs });
}

/** Every flag that a command understands but help; a nearer one hides a farther one of the same name. */
export function flagsOf(path: readonly CommandNode[], command: Command | undefined): readonly Flag[] {
	return [...Object.values(command?.flags ?? {}), ...persistentFlags(path)];
}

function refuseUnknownCommand(root: CommandNode, words: readonly string[]): void {
	const name = firstName(words, persistentFlags([root]));
	if (name === undefined) return;
	const near = suggestions(name, listedNames(root));
	const meant = near.length === 0 ? '' : `\n\nDid you mean this?\n${near.map((candidate) => `\t${candidate}\n`).join('')}`;
	throw new UsageError(`unknown command ${JSON.stringify(name)} for "${root.name}"${meant}`);
}

/** cobra shows a group's help for a command that the group does not have, as if it had been asked for. */
function explainLeftover(node: CommandNode, path: readonly CommandNode[], positionals: readonly string[], terminal: Terminal): void {
	const [name] = positionals;
	if (name === undefined) return;
	const [near] = suggestions(name, listedNames(node));
	const hint = near === undefined ? '' : `; did you mean "${commandPath(path)} ${near}"?`;
	terminal.err(`unknown command ${JSON.stringify(name)} for "${commandPath(path)}"${hint}`);
}

function listedNames(node: CommandNode): readonly string[] {
	return (node.children ?? []).filter(({ hidden }) => hidden !== true).map(({ name }) => name);
}

function refuseMissing(flags: readonly Flag[], given: ReadonlyMap<Flag, unknown>): void {
	const missing = flags.filter((flag) => flag.required && !given.has(flag)).map(({ name }) => name);
	if (missing.length > 0) throw new UsageError(`required flag(s) "${missing.toSorted().join('", "')}" not set`);
}

function refuseTogether(groups: readonly (readonly string[])[], given: ReadonlyMap<Flag, unknown>): void {
	const names = new Set([...given.keys()].map(({ name }) => name));
	for (const group of groups) {
		const set = group.filter((name) => names.has(name)).toSorted();
		if (set.length < 2) continue;
		throw new UsageError(
			`if any flags in the group [${group.join(' ')}] are set none of the others can be; [${set.join(' ')}] were all set`,
		);
	}
}
