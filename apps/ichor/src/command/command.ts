import type { Flag, FlagSet, FlagValues, ValueCompletion } from './flag.ts';
import type { Terminal } from './terminal.ts';

/**
 * A place in the tree of commands: what is needed to find a command, to list it and to complete its name. What it does
 * is imported when it is run.
 */
export interface CommandNode {
	readonly name: string;
	readonly aliases?: readonly string[];
	/** One line, for lists. */
	readonly short: string;
	/** The heading of its parent's list under which it stands. */
	readonly group?: string;
	/** Runs when asked to, but is in no list. */
	readonly hidden?: boolean;
	/** Why it does not do what talosctl's does, for `docs/commands.md`; absent for one that works everywhere. */
	readonly standing?: Standing;
	/** Flags of this command and of everything below it. */
	readonly persistent?: FlagSet;
	readonly children?: readonly CommandNode[];
	/** Absent for a command that only holds others. */
	readonly load?: () => Promise<Command>;
}

/**
 * Refused by container nodes, which have no disks, in upstream's words; refused by talosctl too; or not written, for a reason that stands in
 * `docs/adr`.
 */
type Standing = 'refused on containers' | `refused, as talosctl does: ${string}` | { readonly missing: string; readonly decision: string };

/** What a command takes and what it does: the one export of a file in `cmd/`. Made by {@link defineCommand}. */
export interface Command {
	/** What stands behind its name in the usage line: `<cluster name> <cluster endpoint>`. */
	readonly usage?: string;
	/** Several lines, for its own help; its short line when absent. */
	readonly long?: string;
	readonly examples?: readonly string[];
	readonly args: ArgumentRule;
	/** Of every argument; of each by its place, and of none behind the last, when there are several. */
	readonly completion?: ValueCompletion | readonly ValueCompletion[];
	readonly flags: FlagSet;
	/** Names of flags of which only one may be given. */
	readonly exclusive?: readonly (readonly string[])[];
	/** Its words are its own: nothing in them is a flag. */
	readonly rawWords?: boolean;
	readonly run: (invocation: Invocation) => Promise<void> | void;
}

/** How many arguments there may be. Returns what is wrong, in cobra's words. */
export type ArgumentRule = (args: readonly string[], path: string) => string | undefined;

/** One call of a command. */
export interface Invocation<Flags extends FlagSet = FlagSet> {
	readonly flags: FlagValues<Flags>;
	readonly args: readonly string[];
	readonly terminal: Terminal;
	/** The whole tree, for the commands that are about commands. */
	readonly root: CommandNode;
	/** `ichor gen config`. */
	readonly path: string;
	/** What the user called the command: its name or one of its aliases. */
	readonly calledAs: string;
}

/**
 * A command whose code sees its flags typed.
 *
 * @param inherits the persistent flags of the nodes above it, and of its own, that its code reads
 */
export function defineCommand<Flags extends FlagSet = Record<never, Flag>, Inherited extends FlagSet = Record<never, Flag>>(
	definition: Omit<Command, 'flags' | 'run'> & {
		readonly flags?: Flags;
		readonly inherits?: Inherited;
		readonly run: (invocation: Invocation<Flags & Inherited>) => Promise<void> | void;
	},
): Command {
	const { inherits: _inherits, flags, run, ...rest } = definition;
	return { ...rest, flags: flags ?? {}, run: run as Command['run'] };
}
