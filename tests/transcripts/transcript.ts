/** What somebody typed, from a document that they wrote about it, and what comes of it. */
export interface Transcript {
	/** The document, and what this part of it is about. */
	readonly title: string;
	/** The talosctl whose behaviour is recorded. */
	readonly talosctl: 'v1.13' | 'v1.14';
	readonly files?: Readonly<Record<string, string>>;
	/** In one folder, one after another. */
	readonly steps: readonly Step[];
}

export interface Step {
	/** As it stands in the document; a shell runs it, to which `talosctl` is one or the other program. */
	readonly run: string;
	/** What talosctl does today. */
	readonly talosctl: Expected;
	/** What ichor does; the same, where nothing is given. */
	readonly ichor?: Expected;
	/** ichor says which patch mends this file; applied, `validate` accepts it. */
	readonly mends?: string;
}

export interface Expected {
	readonly code: number;
	/** Standard output as a whole; empty unless given. */
	readonly stdout?: string | RegExp;
	/** Parts of standard error. */
	readonly stderr?: readonly string[];
	/** Files that are there afterwards. */
	readonly files?: readonly string[];
}
