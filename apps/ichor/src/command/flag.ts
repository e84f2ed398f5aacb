/**
 * A flag of a command, declared once: parsing, help and completion all read this. Made by the functions of
 * `flag-kinds.ts`, one for each type of value.
 */
export interface Flag<Value = unknown> {
	readonly name: string;
	/** One ASCII letter or digit. */
	readonly shorthand?: string;
	readonly usage: string;
	/** How the help calls its value, empty when it takes none: `--config-patch stringArray`. */
	readonly valueName: string;
	readonly initial: Value;
	/** How the help shows the initial value, undefined when that goes without saying. */
	readonly shownInitial?: string;
	/** The value of a flag that stands alone, for kinds that may. */
	readonly bare?: string;
	/** Every occurrence adds to the value. */
	readonly repeatable: boolean;
	/** Understood, but in no help and no completion. */
	readonly hidden: boolean;
	readonly required: boolean;
	/** Why it should not be used any more, and what instead. It works, and is hidden. */
	readonly deprecated?: string;
	readonly completion: ValueCompletion;
	/**
	 * The value after one more occurrence with this text.
	 *
	 * @param previous what earlier occurrences made, undefined for the first one
	 * @throws FlagRefusal when the text is no such value
	 */
	accept(text: string, previous: Value | undefined): Value;
}

/** What a shell offers for the value of a flag or for an argument. */
export type ValueCompletion =
	/** Names of files and folders; with endings, only of such files. */
	| { readonly kind: 'files'; readonly endings?: readonly string[] }
	| { readonly kind: 'folders' }
	| { readonly kind: 'choices'; readonly choices: readonly string[] }
	/** The contexts of the talosconfig in use. */
	| { readonly kind: 'contexts' }
	/** The documents and fields of a machine configuration. */
	| { readonly kind: 'fields' }
	/** Types of resources, and behind a dot the fields of their specs. */
	| { readonly kind: 'resource fields' }
	/** Names that the nodes know. */
	| { readonly kind: 'known'; readonly what: KnownName }
	| { readonly kind: 'nothing' };

/** What a node can be asked the names of. */
export type KnownName =
	/** Nodes: names and addresses of the cluster's members. */
	| 'members'
	/** Types of resources. */
	| 'kinds'
	/** Resources of the type that stands before. */
	| 'resources'
	| 'services'
	/** Containers of the system, or with `--kubernetes` those of pods. */
	| 'containers'
	/** Services, containers and others that have a log. */
	| 'logs'
	| 'pods'
	| 'files'
	| 'folders';

/** Why a text is no value of a flag. Worded as Go's standard library words it. */
export class FlagRefusal extends Error {}

/** Flags by the names that the command's code knows them by. */
export type FlagSet = Readonly<Record<string, Flag>>;

/** What was given for each flag of a set, or its initial value. */
export type FlagValues<Flags extends FlagSet> = {
	readonly [Key in keyof Flags]: Flags[Key] extends Flag<infer Value> ? Value : never;
};

/** What a command sees when none of its flags is given. */
export function initialValues<Flags extends FlagSet>(flags: Flags): FlagValues<Flags> {
	return Object.fromEntries(Object.entries(flags).map(([key, { initial }]) => [key, initial])) as FlagValues<Flags>;
}
